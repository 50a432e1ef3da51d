package dev.bellwether.alert.delivery;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What shares a lane is sent in order, and what follows something in another lane after that. What stands before something
 * more urgent is as urgent.
 */
final class Lanes {

    /** Only what has to hurry is locked, in the order of their ids, as whoever changes the messages of an account locks them. */
    private static final String HURRY = """
            update delivery d set urgency = hurried.urgency
            from (select e.id, behind.urgency
                  from delivery e cross join lateral (select min(u.urgency) as urgency from delivery u
                                                      where u.lane = e.lane and u.channel = e.channel
                                                        and u.status = 'due' and u.id > e.id) behind
                  where e.lane in (:lanes) and e.status = 'due' and behind.urgency < e.urgency
                  order by e.id for update of e) hurried
            where hurried.id = d.id and hurried.urgency < d.urgency
            """;

    private static final String FOLLOW = """
            insert into follows (follower, followed)
            select d.id, e.id
            from delivery d join delivery e on e.channel = d.channel and e.address = d.address and e.id < d.id
            where d.thread_id = :thread and d.revision = :revision
              and e.thread_id in (:threads) and e.lane <> d.lane and e.status = 'due'
            """;

    private static final String HURRY_BEFORE = """
            update delivery e set urgency = d.urgency
            from follows f join delivery d on d.id = f.follower
            where f.followed = e.id and d.thread_id = :thread and d.revision = :revision
              and e.status = 'due' and e.urgency > d.urgency
            """;

    private static final String BEFORE = """
            select distinct e.lane from follows f join delivery d on d.id = f.follower join delivery e on e.id = f.followed
            where d.lane in (:lanes) and d.status = 'due' and e.status = 'due'
            """;

    private Lanes() {}

    /** Has messages that were written just now overtake nothing that waits of the threads that they follow. */
    static Uni<Void> follow(Mutiny.Session session, Telling telling) {
        return telling.after().isEmpty()
                ? Uni.createFrom().voidItem()
                : session.createNativeQuery(FOLLOW)
                        .setParameter("thread", telling.thread())
                        .setParameter("revision", telling.revision())
                        .setParameter("threads", telling.after())
                        .executeUpdate()
                        .chain(() -> session.createNativeQuery(HURRY_BEFORE)
                                .setParameter("thread", telling.thread())
                                .setParameter("revision", telling.revision())
                                .executeUpdate())
                        .replaceWithVoid();
    }

    /** Has nothing urgent wait behind what is not, in these lanes and in those of what it follows. */
    static Uni<Void> hurry(Mutiny.Session session, Collection<String> lanes) {
        return lanes.isEmpty()
                ? Uni.createFrom().voidItem()
                : session.createNativeQuery(BEFORE, String.class)
                        .setParameter("lanes", lanes)
                        .getResultList()
                        .chain(before -> hurryAll(session, union(lanes, before)));
    }

    private static Set<String> union(Collection<String> some, Collection<String> others) {
        Set<String> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }

    private static Uni<Void> hurryAll(Mutiny.Session session, Set<String> lanes) {
        return session.createNativeQuery(HURRY)
                .setParameter("lanes", lanes)
                .executeUpdate()
                .replaceWithVoid();
    }
}
