package dev.bellwether.console.health;

import dev.bellwether.console.ConsoleMetrics;
import dev.bellwether.console.ConsoleSettings;
import dev.bellwether.console.service.Connection;
import dev.bellwether.console.service.Memory;
import dev.bellwether.console.service.Reading;
import dev.bellwether.console.service.Service;
import dev.bellwether.console.service.Slice;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** What health-service says about accounts; while it is away, what it said last. */
@ApplicationScoped
public class Accounts {

    private static final int LISTS_REMEMBERED = 64;
    private static final int FILES_REMEMBERED = 256;

    private record ListQuestion(Map<String, String> query, int count) {}

    private final Memory<ListQuestion, Slice<AccountLine>> lists = new Memory<>(LISTS_REMEMBERED);
    private final Memory<String, AccountFile> files = new Memory<>(FILES_REMEMBERED);
    private final HealthService service;
    private final Connection connection;
    private final Clock clock;

    Accounts(@RestClient HealthService service, ConsoleSettings settings, Clock clock, ConsoleMetrics metrics) {
        this.service = service;
        this.connection = new Connection(Service.HEALTH, settings.retryPause(), clock, metrics);
        this.clock = clock;
    }

    /** The first accounts that the query's filters leave, in its order. */
    public Reading<Slice<AccountLine>> first(Map<String, String> query, int count) {
        Reading<Slice<AccountLine>> reading =
                connection.ask(() -> Slice.first(count, (limit, cursor) -> page(query, limit, cursor)));
        return lists.remembering(new ListQuestion(Map.copyOf(query), count), reading, clock.instant());
    }

    /** Those after the cursor; not there when the cursor is none of health-service's. */
    public Reading<Slice<AccountLine>> after(Map<String, String> query, int count, String cursor) {
        return connection.ask(() -> page(query, count, cursor));
    }

    /** One account. */
    public Reading<AccountFile> one(String id) {
        return files.remembering(id, connection.ask(() -> service.one(id)), clock.instant());
    }

    private Slice<AccountLine> page(Map<String, String> query, int count, @Nullable String cursor) {
        Map<String, String> whole = new LinkedHashMap<>(query);
        whole.put("limit", String.valueOf(count));
        Optional.ofNullable(cursor).ifPresent(start -> whole.put("cursor", start));
        return service.list(whole);
    }
}
