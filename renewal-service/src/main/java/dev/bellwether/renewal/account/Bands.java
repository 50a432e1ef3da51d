package dev.bellwether.renewal.account;

import dev.bellwether.contracts.ScoreChanged;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps how the bands of accounts changed, so that the band of any day can be told. Repetition changes nothing. */
@ApplicationScoped
class Bands {

    private static final String ADD = """
            insert into band_change (account_id, occurred_at, event_id, band)
            select said.* from (select cast(:account as text) as account, cast(:at as timestamptz) as at,
                                       cast(:event as text) as event, cast(:band as text) as band) as said
             where cast(:changed as boolean)
                or said.band is distinct from (select b.band from band_change b
                                                where b.account_id = said.account and b.occurred_at <= said.at
                                                order by b.occurred_at desc, b.event_id desc limit 1)
            on conflict do nothing
            """;

    /** A change that is heard late moves the past terms of which a milestone came after it. */
    private static final String MOVE = """
            update past_term p set band = b.band
              from (select t.contract_id, t.ends_on, t.days,
                           (select c.band from band_change c
                             where c.account_id = t.account_id and c.occurred_at < t.until
                             order by c.occurred_at desc, c.event_id desc limit 1) as band
                      from past_term t where t.account_id = :account and t.until > :at) b
             where p.account_id = :account and p.contract_id = b.contract_id and p.ends_on = b.ends_on
               and p.days = b.days and p.band <> b.band
            """;

    /** Keeps the event when it changes the band, or the band was not known by then: the first that is heard always is. */
    Uni<Void> hear(Mutiny.Session session, ScoreChanged event) {
        return session.createNativeQuery(ADD)
                .setParameter("account", event.accountId())
                .setParameter("at", event.occurredAt())
                .setParameter("event", event.id())
                .setParameter("band", event.account().band().name())
                .setParameter("changed", event.account().band() != event.previousBand())
                .executeUpdate()
                .chain(() -> session.createNativeQuery(MOVE)
                        .setParameter("account", event.accountId())
                        .setParameter("at", event.occurredAt())
                        .executeUpdate())
                .replaceWithVoid();
    }
}
