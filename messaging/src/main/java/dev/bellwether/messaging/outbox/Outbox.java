package dev.bellwether.messaging.outbox;

import dev.bellwether.contracts.Codec;
import dev.bellwether.contracts.Envelope;
import dev.bellwether.contracts.Event;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Events that commit with the state they announce, or not at all. After the commit the {@link Relay} publishes them at
 * least once, in the order in which they were added.
 */
@ApplicationScoped
public class Outbox {

    private static final String INSERT_ALL = """
            insert into outbox (event_id, type, source, account_id, time, data)
            select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::timestamptz[], $6::bytea[])
            """;
    private static final String INSERT_ONE = """
            insert into outbox (event_id, type, source, account_id, time, data)
            values (:eventId, :type, :source, :accountId, :time, :data)
            """;

    private final String source;

    Outbox(@ConfigProperty(name = "quarkus.application.name") String service) {
        this.source = "/bellwether/" + service;
    }

    /** Adds events to the transaction that is open on this connection. */
    public Uni<Void> add(SqlConnection connection, List<? extends Event> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Envelope> envelopes =
                events.stream().map(event -> Codec.write(event, source)).toList();
        return connection
                .preparedQuery(INSERT_ALL)
                .execute(Tuple.from(List.of(
                        envelopes.stream().map(Envelope::id).toArray(String[]::new),
                        envelopes.stream().map(Envelope::type).toArray(String[]::new),
                        envelopes.stream().map(Envelope::source).toArray(String[]::new),
                        envelopes.stream().map(Envelope::subject).toArray(String[]::new),
                        envelopes.stream().map(Outbox::time).toArray(OffsetDateTime[]::new),
                        envelopes.stream()
                                .map(envelope -> io.vertx.core.buffer.Buffer.buffer(envelope.data()))
                                .toArray(io.vertx.core.buffer.Buffer[]::new))))
                .replaceWithVoid();
    }

    /** Adds events to the transaction of this session. */
    public Uni<Void> add(Mutiny.Session session, List<? extends Event> events) {
        Uni<Void> added = Uni.createFrom().voidItem();
        for (Event event : events) {
            Envelope envelope = Codec.write(event, source);
            added = added.chain(() -> session.createNativeQuery(INSERT_ONE)
                    .setParameter("eventId", envelope.id())
                    .setParameter("type", envelope.type())
                    .setParameter("source", envelope.source())
                    .setParameter("accountId", envelope.subject())
                    .setParameter("time", time(envelope))
                    .setParameter("data", envelope.data())
                    .executeUpdate()
                    .replaceWithVoid());
        }
        return added;
    }

    private static OffsetDateTime time(Envelope envelope) {
        return envelope.time().atOffset(ZoneOffset.UTC);
    }
}
