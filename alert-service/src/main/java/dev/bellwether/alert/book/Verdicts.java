package dev.bellwether.alert.book;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** What people thought of alerts. */
final class Verdicts {

    private static final String PUT = """
            insert into verdict (alert_id, verdict, by, at) values (:alert, :verdict, :by, :at)
            on conflict (alert_id) do update set verdict = excluded.verdict, by = excluded.by, at = excluded.at
                where verdict.verdict <> excluded.verdict and verdict.at <= excluded.at
            """;

    private Verdicts() {}

    /** Answers whether it is news: not said before, and nobody said anything later. */
    static Uni<Boolean> put(Mutiny.Session session, UUID alert, String verdict, String by, Instant at) {
        return session.createNativeQuery(PUT)
                .setParameter("alert", alert)
                .setParameter("verdict", verdict)
                .setParameter("by", by)
                .setParameter("at", at)
                .executeUpdate()
                .map(written -> written == 1);
    }
}
