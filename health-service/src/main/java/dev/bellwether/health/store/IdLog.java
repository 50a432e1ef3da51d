package dev.bellwether.health.store;

import dev.bellwether.messaging.InTurn;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Keeps which usage was counted, piece by piece of the log, for as long as a repeat is to be recognised. */
@ApplicationScoped
public class IdLog {

    private static final String WRITE = """
            insert into counted_piece (topic, partition, up_to, arrived_until, keys) values ($1, $2, $3, $4, $5)
            on conflict do nothing
            """;
    // how many newer keys there are is reckoned from lengths, for which no key is read
    private static final String NEWEST = """
            select up_to from (
                select up_to, sum(length(keys)) over (order by up_to desc) - length(keys) as newer
                from counted_piece where topic = $1 and partition = $2
            ) pieces where newer < $3
            """;
    private static final String DROP = "delete from counted_piece where topic = $1 and partition = $2"
            + " and (arrived_until < $4 or up_to < (select min(up_to) from (" + NEWEST + ") newest))";
    private static final String READ = "select up_to, arrived_until, keys from counted_piece"
            + " where topic = $1 and partition = $2 and up_to in (" + NEWEST + ") order by up_to";
    // rows of some 100 kilobytes
    private static final int ROWS_AHEAD = 20;

    private final Pool pool;

    IdLog(Pool pool) {
        this.pool = pool;
    }

    /** Writes pieces, and drops those of their partitions that are kept no longer. */
    Uni<Void> write(SqlConnection transaction, List<IdPiece.Kept> pieces) {
        return InTurn.each(pieces, kept -> {
            IdPiece piece = kept.piece();
            TopicPartition partition = piece.partition();
            return transaction
                    .preparedQuery(WRITE)
                    .execute(Tuple.of(
                            partition.topic(), partition.partition(), piece.upTo(), time(piece.until()), bytes(piece)))
                    .chain(() -> transaction
                            .preparedQuery(DROP)
                            .execute(Tuple.of(
                                    partition.topic(),
                                    partition.partition(),
                                    bytes(kept.keep()),
                                    time(kept.dropBefore()))));
        });
    }

    /** Shows a partition's newest pieces, with at least so many keys if there are, in the order of the log. */
    public Uni<Void> read(TopicPartition partition, int keys, Consumer<IdPiece> each) {
        Tuple which = Tuple.of(partition.topic(), partition.partition(), bytes(keys));
        return pool.withTransaction(transaction ->
                Rows.each(transaction, READ, which, ROWS_AHEAD, row -> each.accept(piece(partition, row))));
    }

    private static IdPiece piece(TopicPartition partition, Row row) {
        Buffer bytes = row.getBuffer("keys").getDelegate();
        LongArrayList keys = new LongArrayList(bytes.length() / Long.BYTES);
        for (int at = 0; at < bytes.length(); at += Long.BYTES) {
            keys.add(bytes.getLong(at));
        }
        return new IdPiece(
                partition,
                row.getLong("up_to"),
                row.getOffsetDateTime("arrived_until").toInstant(),
                keys);
    }

    private static Buffer bytes(IdPiece piece) {
        Buffer bytes = Buffer.buffer(Math.toIntExact(bytes(piece.keys().size())));
        piece.keys().forEach(bytes::appendLong);
        return bytes;
    }

    private static long bytes(int keys) {
        return (long) keys * Long.BYTES;
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
