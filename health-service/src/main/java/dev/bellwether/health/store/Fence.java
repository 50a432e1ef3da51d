package dev.bellwether.health.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * The one truth about how far consumption has come. Offsets move in the transaction that keeps what they stand for, and
 * only for the instance that claimed the partition last: a zombie's transaction rolls back.
 */
@ApplicationScoped
public class Fence {

    private static final String CLAIM = """
            insert into consumed_offset (topic, partition, next_offset, epoch)
            select topic, partition, beginning, 1 from unnest($1::text[], $2::int[], $3::bigint[]) as c(topic, partition, beginning)
            on conflict (topic, partition) do update set epoch = consumed_offset.epoch + 1
            returning topic, partition, next_offset, epoch
            """;
    private static final String ADVANCE = """
            update consumed_offset o set next_offset = m.upto
            from unnest($1::text[], $2::int[], $3::bigint[], $4::bigint[], $5::bigint[]) as m(topic, partition, upfrom, upto, epoch)
            where o.topic = m.topic and o.partition = m.partition and o.next_offset = m.upfrom and o.epoch = m.epoch
            """;

    /** Where a claimed partition goes on, and the epoch that proves the claim. */
    public record Claim(long nextOffset, long epoch) {}

    /** A claimed partition whose records up to (and without) an offset are being committed. */
    public record Move(TopicPartition partition, Claim claim, long upTo) {}

    /** Another instance has claimed the partition; what this one wanted to write is rolled back. */
    public static final class Lost extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Lost(String what) {
            super(what);
        }

        static Lost of(int moved, int wanted) {
            return new Lost("another instance owns " + (wanted - moved) + " of " + wanted + " partitions");
        }

        /** The broker has given the caller up. */
        public static Lost bySession() {
            return new Lost("the broker gave this instance up; its partitions may be another's");
        }
    }

    private final Pool pool;

    Fence(Pool pool) {
        this.pool = pool;
    }

    /**
     * Claims partitions for the caller and fences whoever had them.
     *
     * @param beginnings the offsets to start from where nothing was consumed yet
     */
    public Uni<Map<TopicPartition, Claim>> claim(Map<TopicPartition, Long> beginnings) {
        List<TopicPartition> partitions = List.copyOf(beginnings.keySet());
        Tuple parameters = Tuple.of(
                partitions.stream().map(TopicPartition::topic).toArray(String[]::new),
                partitions.stream().map(TopicPartition::partition).toArray(Integer[]::new),
                partitions.stream().map(beginnings::get).toArray(Long[]::new));
        return pool.preparedQuery(CLAIM).execute(parameters).map(rows -> {
            Map<TopicPartition, Claim> claims = new HashMap<>();
            for (Row row : rows) {
                claims.put(
                        new TopicPartition(row.getString("topic"), row.getInteger("partition")),
                        new Claim(row.getLong("next_offset"), row.getLong("epoch")));
            }
            return claims;
        });
    }

    /** Moves offsets within the caller's transaction; fails with {@link Lost} when a claim no longer holds. */
    public Uni<Void> advance(SqlConnection transaction, Collection<Move> moves) {
        Tuple parameters = Tuple.of(
                moves.stream().map(move -> move.partition().topic()).toArray(String[]::new),
                moves.stream().map(move -> move.partition().partition()).toArray(Integer[]::new),
                moves.stream().map(move -> move.claim().nextOffset()).toArray(Long[]::new),
                moves.stream().map(Move::upTo).toArray(Long[]::new),
                moves.stream().map(move -> move.claim().epoch()).toArray(Long[]::new));
        return transaction
                .preparedQuery(ADVANCE)
                .execute(parameters)
                .invoke(result -> {
                    if (result.rowCount() != moves.size()) {
                        throw Lost.of(result.rowCount(), moves.size());
                    }
                })
                .replaceWithVoid();
    }
}
