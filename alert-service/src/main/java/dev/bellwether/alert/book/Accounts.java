package dev.bellwether.alert.book;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.alert.policy.Version;
import dev.bellwether.contracts.AccountSnapshot;
import dev.bellwether.contracts.Event;
import dev.bellwether.contracts.Fact;
import dev.bellwether.contracts.HealthEvent;
import dev.bellwether.contracts.RenewalEvent;
import dev.bellwether.messaging.InTurn;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.hibernate.reactive.mutiny.Mutiny;

/** The accounts as their newest events showed them. */
final class Accounts {

    /** The conflicting row is locked even where it is not updated, which makes this the lock of the accounts. */
    private static final String UPSERT = """
            insert into account (id, name, owner, segment, score, band, at, event_id)
            select x.id, x.name, x.owner, x.segment, x.score, x.band, x.at, x.event_id
            from jsonb_to_recordset(cast(cast(:accounts as text) as jsonb))
                 as x(id text, name text, owner text, segment text, score numeric, band text, at timestamptz, event_id text)
            order by x.id
            on conflict (id) do update
                set name = excluded.name, owner = excluded.owner, score = excluded.score, band = excluded.band,
                    segment = coalesce(excluded.segment, account.segment), at = excluded.at, event_id = excluded.event_id
                where (account.at, account.event_id) < (excluded.at, excluded.event_id)
            """;

    private static final ObjectMapper JSON = new ObjectMapper();

    private Accounts() {}

    /** Locks the accounts of these events until the transaction ends, and keeps the newest that is said of each. */
    static Uni<Void> lockAndUpdate(Mutiny.Session session, List<Event> events) {
        return session.createNativeQuery(UPSERT)
                .setParameter("accounts", newest(events))
                .executeUpdate()
                .chain(() -> noteMoney(session, events));
    }

    private static Uni<Void> noteMoney(Mutiny.Session session, List<Event> events) {
        List<RenewalEvent> renewals = events.stream()
                .filter(RenewalEvent.class::isInstance)
                .map(RenewalEvent.class::cast)
                .toList();
        return InTurn.each(
                renewals,
                renewal -> session.find(AccountRow.class, renewal.accountId())
                        .invoke(account -> Money.note(account, renewal)));
    }

    private static String newest(List<Event> events) {
        TreeMap<String, Seen> newest = new TreeMap<>();
        events.forEach(event -> newest.merge(
                event.accountId(),
                seen(event),
                (one, other) -> other.version().newerThan(one.version()) ? other : one));
        ArrayNode array = JSON.createArrayNode();
        newest.forEach((id, seen) -> write(array.addObject(), id, seen));
        try {
            return JSON.writeValueAsString(array);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of JSON is always written", e);
        }
    }

    private record Seen(AccountSnapshot account, Version version) {}

    private static Seen seen(Event event) {
        return switch (event) {
            case HealthEvent e -> new Seen(e.account(), Version.of(e));
            // the renewal-service only repeats what it once heard of the score, so anything else said is newer
            case RenewalEvent e -> new Seen(e.account(), new Version(Instant.EPOCH, e.id()));
            case Fact e -> throw new IllegalArgumentException("a fact shows no account: " + e.id());
        };
    }

    private static void write(ObjectNode row, String id, Seen seen) {
        row.put("id", id)
                .put("name", seen.account().name())
                .put("owner", seen.account().owner())
                .put("segment", seen.account().segment())
                .put("score", seen.account().score())
                .put("band", seen.account().band().json())
                .put("at", seen.version().at().toString())
                .put("event_id", seen.version().eventId());
    }
}
