package dev.bellwether.console.renewal;

import dev.bellwether.console.ConsoleMetrics;
import dev.bellwether.console.ConsoleSettings;
import dev.bellwether.console.service.Connection;
import dev.bellwether.console.service.Memory;
import dev.bellwether.console.service.Reading;
import dev.bellwether.console.service.Reply;
import dev.bellwether.console.service.Service;
import dev.bellwether.console.service.Slice;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** What renewal-service says about the day, or said last while it is away; and what it is told. */
@ApplicationScoped
public class Renewals {

    private static final int LISTS_REMEMBERED = 64;

    private record Question(String owner, int count) {}

    private final Memory<Question, Slice<TodayLine>> lists = new Memory<>(LISTS_REMEMBERED);
    private final RenewalService service;
    private final Connection connection;
    private final Clock clock;

    Renewals(@RestClient RenewalService service, ConsoleSettings settings, Clock clock, ConsoleMetrics metrics) {
        this.service = service;
        this.connection = new Connection(Service.RENEWAL, settings.retryPause(), clock, metrics);
        this.clock = clock;
    }

    /**
     * The first lines of the today list.
     *
     * @param owner e-mail; empty for everybody's
     */
    public Reading<Slice<TodayLine>> today(String owner, int count) {
        Reading<Slice<TodayLine>> reading =
                connection.ask(() -> Slice.first(count, (limit, cursor) -> page(owner, limit, cursor)));
        return lists.remembering(new Question(owner, count), reading, clock.instant());
    }

    /** Says something of a term; what is blank is left out. */
    public Reply keep(Term term, Word word) {
        Map<String, Object> said = new TreeMap<>(word.fields());
        said.put("term", term.startsOn().toString());
        return connection.tell(() -> service.keep(term.contract(), word.about(), term.account(), said));
    }

    private Slice<TodayLine> page(String owner, int count, @Nullable String cursor) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("limit", String.valueOf(count));
        if (!owner.isEmpty()) {
            query.put("owner", owner);
        }
        if (cursor != null) {
            query.put("cursor", cursor);
        }
        return service.today(query);
    }
}
