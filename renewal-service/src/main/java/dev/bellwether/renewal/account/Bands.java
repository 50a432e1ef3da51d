package dev.bellwether.renewal.account;

import dev.bellwether.contracts.ScoreChanged;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps how the bands of accounts changed, so that the band of any day can be told. Repetition changes nothing. */
@ApplicationScoped
class Bands {

    private static final String ADD = """
            insert into band_change (account_id, occurred_at, event_id, band)
            values (:account, :at, :event, :band)
            on conflict do nothing
            """;

    /** Keeps the event when it changes the band. */
    Uni<Void> hear(Mutiny.Session session, ScoreChanged event) {
        if (event.account().band() == event.previousBand()) {
            return Uni.createFrom().voidItem();
        }
        return session.createNativeQuery(ADD)
                .setParameter("account", event.accountId())
                .setParameter("at", event.occurredAt().truncatedTo(ChronoUnit.MICROS))
                .setParameter("event", event.id())
                .setParameter("band", event.account().band().name())
                .executeUpdate()
                .replaceWithVoid();
    }
}
