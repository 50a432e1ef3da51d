package dev.bellwether.alert.delivery;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import org.hibernate.reactive.mutiny.Mutiny;

/** What shares a lane is sent in order: what stands before something more urgent is as urgent. */
final class Lanes {

    /** In the order of their ids, as whoever changes the messages of an account locks them. */
    private static final String HURRY = """
            update delivery d set urgency = hurried.urgency
            from (select e.id, (select min(u.urgency) from delivery u
                                where u.lane = e.lane and u.channel = e.channel
                                  and u.status = 'due' and u.id >= e.id) as urgency
                  from delivery e where e.lane in (:lanes) and e.status = 'due' and e.urgency > 0
                  order by e.id for update) hurried
            where hurried.id = d.id and hurried.urgency < d.urgency
            """;

    private Lanes() {}

    /** Has nothing urgent wait behind what is not, in these lanes. */
    static Uni<Void> hurry(Mutiny.Session session, Collection<String> lanes) {
        return lanes.isEmpty()
                ? Uni.createFrom().voidItem()
                : session.createNativeQuery(HURRY)
                        .setParameter("lanes", lanes)
                        .executeUpdate()
                        .replaceWithVoid();
    }
}
