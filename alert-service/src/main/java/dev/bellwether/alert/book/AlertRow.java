package dev.bellwether.alert.book;

import dev.bellwether.alert.policy.Alert;
import dev.bellwether.alert.policy.AlertState;
import dev.bellwether.alert.policy.Episode;
import dev.bellwether.alert.policy.Matter;
import dev.bellwether.alert.policy.Version;
import dev.bellwether.alert.store.KeptEvent;
import dev.bellwether.contracts.Event;
import dev.bellwether.contracts.Severity;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One alert, as the database keeps it. */
@Entity
@Table(name = "alert")
@NamedQuery(name = AlertRow.TOUCHED, query = AlertRow.TOUCHED_QUERY) // parsed at start, not with the first event
class AlertRow {

    /** Of each matter: what is not over, what the events themselves speak of, and the newest. */
    static final String TOUCHED = "alerts-touched";

    static final String TOUCHED_QUERY = """
            from AlertRow a
            where a.accountId in :accounts and a.matter in :matters
              and (a.state in ('open', 'acknowledged', 'resolved')
                   or a.id in :ids
                   or not exists (select 1 from AlertRow b
                                  where b.accountId = a.accountId and b.matter = a.matter
                                    and (b.since > a.since or (b.since = a.since and b.episode > a.episode))))
            """;

    @Id
    UUID id = new UUID(0, 0);

    UUID threadId = new UUID(0, 0);
    String accountId = "";
    String matter = "";
    String kind = "";
    String episode = "";
    String severity = "";
    Instant since = Instant.EPOCH;
    String state = "";

    @Nullable
    Instant stateAt;

    @Nullable
    String stateBy;

    @Embedded
    KeptEvent kept = KeptEvent.nothing();

    static AlertRow of(Alert alert) {
        AlertRow row = new AlertRow();
        row.id = alert.id();
        row.accountId = alert.episode().matter().accountId();
        row.matter = alert.episode().matter().name();
        row.kind = alert.episode().kind();
        row.episode = alert.episode().name();
        return row;
    }

    Matter matter() {
        return new Matter(accountId, matter);
    }

    Alert alert() {
        Severity rank = Arrays.stream(Severity.values())
                .filter(one -> one.json().equals(severity))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("alert " + id + " has no such severity: " + severity));
        return new Alert(
                new Episode(matter(), kind, episode),
                rank,
                since,
                new Version(kept.at(), kept.id()),
                States.of(state, stateBy, stateAt),
                threadId);
    }

    void become(Alert alert) {
        threadId = alert.thread();
        severity = alert.severity().json();
        since = alert.since();
        become(alert.state());
    }

    void become(AlertState next) {
        state = next.label();
        stateBy = States.by(next);
        stateAt = States.at(next);
    }

    void keep(Event event) {
        kept = KeptEvent.of(event);
    }
}
