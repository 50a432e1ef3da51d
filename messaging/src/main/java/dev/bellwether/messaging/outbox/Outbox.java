package dev.bellwether.messaging.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.util.function.Function;
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
    /** A session binds no array of bytes: data, which is JSON in UTF-8, travels as text. */
    private static final String INSERT_TEXTS = """
            insert into outbox (event_id, type, source, account_id, time, data)
            select id, type, source, account, cast(time as timestamptz), convert_to(data, 'UTF8')
              from unnest(cast(:ids as text[]), cast(:types as text[]), cast(:sources as text[]),
                          cast(:accounts as text[]), cast(:times as text[]), cast(:data as text[]))
                   with ordinality as said (id, type, source, account, time, data, place)
             order by place
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
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Envelope> envelopes =
                events.stream().map(event -> Codec.write(event, source)).toList();
        return session.createNativeQuery(INSERT_TEXTS)
                .setParameter("ids", texts(envelopes, Envelope::id))
                .setParameter("types", texts(envelopes, Envelope::type))
                .setParameter("sources", texts(envelopes, Envelope::source))
                .setParameter("accounts", texts(envelopes, Envelope::subject))
                .setParameter(
                        "times", texts(envelopes, envelope -> envelope.time().toString()))
                .setParameter("data", texts(envelopes, envelope -> new String(envelope.data(), UTF_8)))
                .executeUpdate()
                .replaceWithVoid();
    }

    private static String[] texts(List<Envelope> envelopes, Function<Envelope, String> field) {
        return envelopes.stream().map(field).toArray(String[]::new);
    }

    private static OffsetDateTime time(Envelope envelope) {
        return envelope.time().atOffset(ZoneOffset.UTC);
    }
}
