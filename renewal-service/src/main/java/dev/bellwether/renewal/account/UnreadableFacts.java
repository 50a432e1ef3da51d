package dev.bellwether.renewal.account;

import dev.bellwether.contracts.ContractChanged;
import dev.bellwether.contracts.Event;
import dev.bellwether.contracts.Problem;
import dev.bellwether.contracts.Reading;
import dev.bellwether.messaging.SaidOnce;
import dev.bellwether.renewal.RenewalMetrics;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Kept versions that the codec refuses today, though it took them once: they are passed over, so that all else that is
 * known of their account goes on. Each is counted whenever its account is read, and told once.
 */
@ApplicationScoped
class UnreadableFacts {

    private static final Logger LOG = Logger.getLogger(UnreadableFacts.class);

    private final RenewalMetrics metrics;
    private final SaidOnce told = new SaidOnce();

    UnreadableFacts(RenewalMetrics metrics) {
        this.metrics = metrics;
    }

    /** The versions that are understood, in the order of their rows. */
    List<ContractChanged> without(List<ContractFactRow> rows) {
        return rows.stream().flatMap(this::read).toList();
    }

    private Stream<ContractChanged> read(ContractFactRow row) {
        return switch (row.read()) {
            case Reading.Understood<Event>(ContractChanged version) -> Stream.of(version);
            case Reading.Understood<Event> other -> passOver(row, "it is no version of a contract");
            case Reading.Refused<Event>(List<Problem> problems) ->
                passOver(row, problems.stream().map(Problem::text).collect(Collectors.joining("; ")));
        };
    }

    private Stream<ContractChanged> passOver(ContractFactRow row, String problems) {
        metrics.factPassedOver();
        if (told.isNew(row.accountId + " " + row.eventId)) {
            LOG.errorf(
                    "a kept version of a contract cannot be read and is passed over: account=%s event=%s problems=%s",
                    row.accountId, row.eventId, problems);
        }
        return Stream.empty();
    }
}
