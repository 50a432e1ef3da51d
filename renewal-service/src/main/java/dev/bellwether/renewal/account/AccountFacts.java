package dev.bellwether.renewal.account;

import dev.bellwether.contracts.AccountDescribed;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps every word on what the ledger is grouped by, and on accounts that are lost, with when it was heard. */
final class AccountFacts {

    private static final String ADD = """
            insert into account_fact (account_id, event_id, occurred_at, heard_at, owner, segment,
                                      status, churned_on, churn_reason)
            values (:account, :event, :at, :now, cast(:owner as text), cast(:segment as text),
                    cast(:status as text), cast(cast(:churnedOn as text) as date), cast(:reason as text))
            on conflict do nothing
            """;

    private AccountFacts() {}

    /** Repetition changes nothing; what says nothing of these is not kept. */
    static Uni<Integer> add(Mutiny.Session session, AccountDescribed event, Instant now) {
        String status = event.status() == null ? null : event.status().name().toLowerCase(Locale.ROOT);
        String churnedOn = event.churnedOn() == null ? null : event.churnedOn().toString();
        if (Stream.of(event.owner(), event.segment(), status, churnedOn, event.churnReason())
                .allMatch(Objects::isNull)) {
            return Uni.createFrom().item(0);
        }
        return session.createNativeQuery(ADD)
                .setParameter("account", event.accountId())
                .setParameter("event", event.id())
                .setParameter("at", event.occurredAt())
                .setParameter("now", now.truncatedTo(ChronoUnit.MICROS))
                .setParameter("owner", event.owner())
                .setParameter("segment", event.segment())
                .setParameter("status", status)
                .setParameter("churnedOn", churnedOn)
                .setParameter("reason", event.churnReason())
                .executeUpdate();
    }
}
