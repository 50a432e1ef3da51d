package dev.bellwether.alert.delivery;

import dev.bellwether.alert.policy.Channel;
import dev.bellwether.messaging.InTurn;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The pace and the pauses of a channel's places over all processes: whoever is about to write to one takes the turn of
 * that moment, and nobody writes to one that asked for a pause.
 */
final class Turns {

    /** One that lies further ahead than any could was taken before the database's clock was set back. */
    private static final String TAKE = """
            insert into turn (channel, place, next_at)
            values (:channel, :place, clock_timestamp() + cast(:millis as bigint) * interval '1 millisecond')
            on conflict (channel, place) do update set next_at = excluded.next_at
            where turn.next_at <= clock_timestamp() or turn.next_at > excluded.next_at
            """;

    /** A pause that goes on for longer is not shortened. */
    private static final String PAUSE = """
            insert into turn (channel, place, next_at, paused_from, paused_until)
            values (:channel, :place, clock_timestamp(), clock_timestamp(),
                    clock_timestamp() + cast(:millis as bigint) * interval '1 millisecond')
            on conflict (channel, place) do update
            set paused_from = excluded.paused_from,
                paused_until = case when turn.paused_from <= clock_timestamp()
                                    then greatest(turn.paused_until, excluded.paused_until)
                                    else excluded.paused_until end
            """;

    private Turns() {}

    /** Nobody writes to the place for that long. */
    static Uni<Void> pause(Mutiny.Session session, Channel channel, String place, Duration pause) {
        return session.createNativeQuery(PAUSE)
                .setParameter("channel", channel.label())
                .setParameter("place", place)
                .setParameter("millis", pause.toMillis())
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Those of the messages whose turn it is; the others stay as they are. At most one a place where there is a pace. */
    static Uni<List<DeliveryRow>> of(Mutiny.Session session, Channel channel, List<DeliveryRow> rows, Places places) {
        if (places.pace().isZero()) {
            return Uni.createFrom().item(rows);
        }
        List<DeliveryRow> taken = new ArrayList<>();
        // in one order, so that nobody waits in a circle
        List<DeliveryRow> sorted = rows.stream()
                .sorted(Comparator.comparing(row -> places.of(row.address)))
                .toList();
        return InTurn.each(
                        sorted,
                        row -> take(session, channel, places.of(row.address), places.pace())
                                .invoke(turns -> {
                                    if (turns == 1) {
                                        taken.add(row);
                                    }
                                }))
                .replaceWith(taken);
    }

    private static Uni<Integer> take(Mutiny.Session session, Channel channel, String place, Duration pace) {
        return session.createNativeQuery(TAKE)
                .setParameter("channel", channel.label())
                .setParameter("place", place)
                .setParameter("millis", pace.toMillis())
                .executeUpdate();
    }
}
