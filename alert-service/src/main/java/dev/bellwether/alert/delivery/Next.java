package dev.bellwether.alert.delivery;

import dev.bellwether.alert.policy.Channel;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;

/** Which messages are sent next: the most urgent first, of a lane the oldest that waits, and nothing to where nothing may be sent. */
final class Next {

    private static final String NEXT = """
            select d.* from delivery d
            where d.status = 'due' and d.channel = :channel and d.due_at <= :now
              and (d.leased_until is null or d.leased_until < clock_timestamp())
              and d.address not in (:resting)
              and not exists (select 1 from turn t
                              where t.channel = d.channel
                                and t.place = case when cast(:apart as boolean) then d.address else '' end
                                and t.paused_from <= clock_timestamp() and t.paused_until > clock_timestamp())
              and not exists (select 1 from delivery e
                              where e.lane = d.lane and e.channel = d.channel
                                and e.status = 'due' and e.id < d.id)
              and not exists (select 1 from follows f join delivery e on e.id = f.followed
                              where f.follower = d.id and e.status = 'due')
            order by d.urgency, d.due_at, d.id
            limit :most
            for update of d skip locked
            """;

    private final Channel channel;
    private final Places places;
    private final Instant now;

    Next(Channel channel, Places places, Instant now) {
        this.channel = channel;
        this.places = places;
        this.now = now;
    }

    /**
     * Locks them.
     *
     * @param without ids of those that are not wanted
     */
    Uni<List<DeliveryRow>> of(Mutiny.Session session, int most, Set<Long> without) {
        return session.createNativeQuery(NEXT, DeliveryRow.class)
                .setParameter("channel", channel.label())
                .setParameter("now", now)
                .setParameter("resting", resting())
                .setParameter("apart", places.apart())
                .setParameter("most", places.lookThrough(most))
                .getResultList()
                .map(rows -> roomFor(rows, most, without))
                .chain(rows -> Turns.of(session, channel, rows, places));
    }

    private Set<String> resting() {
        Set<String> resting = new HashSet<>(places.resting(now));
        resting.add(""); // nobody's address: a list without any is no SQL
        return resting;
    }

    /** The first of them for which there is room at their places; the others stay as they are. */
    private List<DeliveryRow> roomFor(List<DeliveryRow> rows, int most, Set<Long> without) {
        Map<String, Integer> taken = new HashMap<>();
        return rows.stream()
                .filter(row -> !without.contains(row.id))
                .filter(row -> taken.merge(places.of(row.address), 1, Integer::sum) <= places.room(row.address, now))
                .limit(most)
                .toList();
    }
}
