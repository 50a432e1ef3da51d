package dev.bellwether.alert.book;

import dev.bellwether.alert.message.Entry;
import dev.bellwether.alert.policy.AlertState;
import dev.bellwether.alert.policy.telling.Why;
import dev.bellwether.contracts.Event;
import dev.bellwether.contracts.FlagEscalated;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What changed at a person's accounts in a span of time, and perhaps what is held back still.
 *
 * @param entries the weightiest first
 * @param more how many further ones there are
 */
public record Changes(List<Entry> entries, int more) {

    private static final int MOST_LISTED = 50;
    private static final int MOST_READ = 5_000;

    private static final String CHANGED = """
            select a, c from AlertRow a join AccountRow c on c.id = a.accountId
            where (coalesce(lower(a.assignee), c.reader, :queue) = :person or a.toldTo = :person)
              and ((a.changedAt >= :from and a.changedAt < :until and a.state <> 'superseded')
                   or (:still = true and a.held is not null and a.state in ('open', 'acknowledged')))
              and coalesce(a.held, '') <> 'snoozed'
            order by case a.severity when 'critical' then 0 when 'high' then 1 when 'medium' then 2 when 'low' then 3
                     else 4 end, a.changedAt desc, a.id
            """;

    /** By severity, then by the largest sum of money, then the older one first. */
    private static final Comparator<Entry> BY_WEIGHT = Comparator.comparing(Entry::severity)
            .thenComparing(entry -> entry.money().values().stream()
                    .mapToLong(Long::longValue)
                    .max()
                    .orElse(0))
            .reversed()
            .thenComparing(entry -> entry.event().occurredAt())
            .thenComparing(Entry::alert);

    public Changes {
        entries = List.copyOf(entries);
    }

    /**
     * What is asked for.
     *
     * @param still whether what has been held back for longer is wanted once more; what was put off never is
     */
    public record Span(Instant from, Instant until, boolean still) {}

    /** Reads them within a transaction. */
    public static Uni<Changes> of(Mutiny.Session session, String person, String queue, Span span) {
        return session.createSelectionQuery(CHANGED, Object[].class)
                .setParameter("queue", queue.toLowerCase(Locale.ROOT))
                .setParameter("person", person.toLowerCase(Locale.ROOT))
                .setParameter("from", span.from())
                .setParameter("until", span.until())
                .setParameter("still", span.still())
                .setMaxResults(MOST_READ)
                .getResultList()
                .map(Changes::ranked);
    }

    private static Changes ranked(List<Object[]> rows) {
        List<Entry> listed = rows.stream()
                .flatMap(row -> entry((AlertRow) row[0], (AccountRow) row[1]).stream())
                .sorted(BY_WEIGHT)
                .limit(MOST_LISTED)
                .toList();
        return new Changes(listed, rows.size() - listed.size());
    }

    /** What a later version does not read any more is counted only. */
    private static Optional<Entry> entry(AlertRow row, AccountRow account) {
        return row.kept.readable(row.accountId).map(event -> entry(row, account, event));
    }

    private static Entry entry(AlertRow row, AccountRow account, Event event) {
        return new Entry(
                row.id,
                change(row, event),
                row.alert().severity(),
                Money.of(account.annualValue),
                Optional.ofNullable(row.held).flatMap(Why::labelled).map(Why::inWords),
                event);
    }

    private static Entry.Change change(AlertRow row, Event event) {
        if (row.matter.startsWith("contract:")) {
            return Entry.Change.RENEWAL;
        }
        boolean escalated = event instanceof FlagEscalated;
        return switch (row.alert().state()) {
            case AlertState.Open open -> escalated ? Entry.Change.ESCALATED : Entry.Change.RAISED;
            case AlertState.Acknowledged acknowledged -> Entry.Change.STANDING;
            case AlertState.Resolved resolved -> Entry.Change.CLEARED;
            case AlertState.Cleared cleared -> Entry.Change.CLEARED;
            case AlertState.Superseded superseded -> Entry.Change.STANDING;
        };
    }
}
