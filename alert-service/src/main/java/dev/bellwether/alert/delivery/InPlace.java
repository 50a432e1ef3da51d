package dev.bellwether.alert.delivery;

import io.smallrye.mutiny.Uni;
import java.util.Locale;
import org.hibernate.reactive.mutiny.Mutiny;

/** Mails in the place of messages whose reader another channel does not know. */
final class InPlace {

    /** Whoever gets it by mail already gets it once; whoever wants no mails gets none. */
    private static final String ADD = """
            insert into delivery (message_key, alert_id, thread_id, account_id, matter, matters, channel, revision, address,
                                  recipient, because, content, event_id, lane, urgency, status, attempts, created_at, due_at,
                                  queued_at)
            select d.message_key, d.alert_id, d.thread_id, d.account_id, d.matter, d.matters, 'email', d.revision, d.address,
                   d.recipient, d.because || ' (' || initcap(d.channel) || ' does not know you)', d.content, d.event_id, d.lane,
                   d.urgency, 'due', 0, d.created_at, d.due_at, d.queued_at
            from delivery d
            where d.id = :id
              and (lower(d.address) = :queue or not exists (select 1 from mail_opt_out o where o.email = lower(d.address)))
            on conflict (message_key, channel, address) do nothing
            """;

    private static final String THERE = """
            select exists (select 1 from delivery d join delivery e on e.message_key = d.message_key and e.address = d.address
                           where d.id = :id and e.channel = 'email' and e.status in ('due', 'sent'))
            """;

    private InPlace() {}

    /**
     * Answers whether the reader is told by mail; to ask again changes nothing.
     *
     * @param queue e-mail of whoever looks after what reaches nobody else, and is told whoever unsubscribes
     */
    static Uni<Boolean> mail(Mutiny.Session session, long id, String queue) {
        return session.createNativeQuery(ADD)
                .setParameter("id", id)
                .setParameter("queue", queue.toLowerCase(Locale.ROOT))
                .executeUpdate()
                .chain(() -> session.createNativeQuery(THERE, Boolean.class)
                        .setParameter("id", id)
                        .getSingleResult());
    }
}
