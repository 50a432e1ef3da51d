package dev.bellwether.health.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.bellwether.contracts.Codec;
import dev.bellwether.contracts.Occurrence;
import dev.bellwether.contracts.UsageRecorded;
import dev.bellwether.health.score.memory.Hash64;
import dev.bellwether.health.store.Changes;
import dev.bellwether.health.store.Fence;
import dev.bellwether.health.store.IdPiece;
import dev.bellwether.health.store.Ledger;
import dev.bellwether.messaging.Records;
import dev.bellwether.messaging.testing.BackingServices;
import dev.bellwether.messaging.testing.TestTopic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Topics of the tests' own stand for the inbound ones, which the running engine owns. */
@QuarkusTest
@QuarkusTestResource(value = BackingServices.class, initArgs = @ResourceArg(name = "service", value = "health"))
class TakeoverTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    Fence fence;

    @Inject
    Warmup warmup;

    @Inject
    Ledger ledger;

    @Inject
    Pool pool;

    private final TopicPartition partition = new TopicPartition("takeover-" + UUID.randomUUID(), 0);

    @BeforeEach
    void the_topic_exists() {
        TestTopic.create(partition.topic());
    }

    @Test
    void a_new_owner_goes_on_where_the_old_one_committed_and_fences_it() {
        Fence.Claim old = claim();
        advance(old, 5);

        Fence.Claim taken = claim();

        assertThat(taken.nextOffset()).isEqualTo(5);
        assertThatThrownBy(() -> advance(new Fence.Claim(5, old.epoch()), 9)).isInstanceOf(Fence.Lost.class);
        advance(taken, 7);
        assertThat(claim().nextOffset()).isEqualTo(7);
    }

    @Test
    void an_offset_that_moved_meanwhile_is_not_moved_again() {
        Fence.Claim claim = claim();
        advance(claim, 5);

        assertThatThrownBy(() -> advance(claim, 6)).isInstanceOf(Fence.Lost.class);
        assertThat(claim().nextOffset()).isEqualTo(5);
    }

    @Test
    void repeats_of_what_was_counted_are_known_and_what_was_refused_is_not() {
        Instant now = Instant.now();
        send("counted", now);
        TestTopic.send(List.of(refused("repaired later")));
        send("from the future", now.plus(Duration.ofHours(2)));
        send("not yet consumed", now);

        CountedIds ids = read(3);

        assertThat(isNew(ids, "counted")).isFalse();
        assertThat(isNew(ids, "repaired later")).isTrue();
        assertThat(isNew(ids, "from the future")).isTrue();
        assertThat(isNew(ids, "not yet consumed")).isTrue();
    }

    @Test
    void a_log_that_was_emptied_or_never_written_warms_nothing_up() {
        send("only", Instant.now());

        assertThat(isNew(read(1_000), "only")).isFalse();
        assertThat(isNew(read(0), "only")).isTrue();
    }

    @Test
    void what_transactions_leave_behind_hides_no_repeat_and_what_they_took_back_is_none() {
        Instant now = Instant.now();
        send("counted", now);
        TestTopic.sendInTransaction(true, record("committed", now));
        TestTopic.sendInTransaction(false, record("taken back", now));

        // three records, and the two marks with which the transactions end
        CountedIds ids = await().atMost(SOON).until(() -> read(5), found -> !isNew(found, "committed"));

        assertThat(isNew(ids, "counted")).isFalse();
        assertThat(isNew(ids, "taken back")).isTrue();
    }

    @Test
    void a_long_tail_is_read_to_its_end() {
        TestTopic.send(IntStream.range(0, 3_000)
                .mapToObj(i -> record("event-" + i, Instant.now()))
                .toList());

        CountedIds ids = read(3_000);

        assertThat(IntStream.range(0, 3_000).filter(i -> isNew(ids, "event-" + i)))
                .isEmpty();
    }

    @Test
    void what_was_written_down_is_known_though_the_log_is_emptied_and_no_more_than_is_remembered_is_kept() {
        for (int piece = 1; piece <= 4; piece++) {
            writeDown(piece * 20_000L, piece, Instant.now(), 25);
        }
        writeDown(100_000, 5, Instant.now().minus(Duration.ofHours(30)), 25);

        CountedIds ids = read(200_000);

        assertThat(ids.writtenUpTo()).isEqualTo(100_000);
        assertThat(pieces()).containsExactly(60_000L, 80_000L, 100_000L);
        assertThat(ids.add(3_009, System.currentTimeMillis())).isFalse();
        assertThat(ids.add(1_009, System.currentTimeMillis())).isTrue();
        writeDown(120_000, 6, Instant.now().plus(Duration.ofHours(1)), 1_000);
        assertThat(pieces()).containsExactly(60_000L, 80_000L, 120_000L);
    }

    /** Ten keys, of which each belongs to one piece only. */
    private void writeDown(long upTo, int piece, Instant until, int keep) {
        LongArrayList keys = new LongArrayList();
        IntStream.range(0, 10).forEach(i -> keys.add(piece * 1_000L + i));
        Changes changes = new Changes();
        changes.add(
                new IdPiece.Kept(new IdPiece(partition, upTo, until, keys), until.minus(Duration.ofHours(24)), keep));
        pool.withTransaction(transaction -> ledger.save(transaction, changes))
                .await()
                .atMost(SOON);
    }

    private List<Long> pieces() {
        return pool.preparedQuery("select up_to from counted_piece where topic = $1 order by up_to")
                .execute(Tuple.of(partition.topic()))
                .map(rows -> {
                    List<Long> found = new ArrayList<>();
                    rows.forEach(row -> found.add(row.getLong(0)));
                    return found;
                })
                .await()
                .atMost(SOON);
    }

    private Fence.Claim claim() {
        return Objects.requireNonNull(
                fence.claim(Map.of(partition, 0L)).await().atMost(SOON).get(partition));
    }

    private void advance(Fence.Claim claim, long upTo) {
        pool.withTransaction(transaction -> fence.advance(transaction, List.of(new Fence.Move(partition, claim, upTo))))
                .await()
                .atMost(SOON);
    }

    private CountedIds read(long consumed) {
        return Objects.requireNonNull(
                warmup.read(Map.of(partition, consumed), new Placement(1)).get(0));
    }

    private boolean isNew(CountedIds ids, String event) {
        return ids.add(RecentIds.key(Hash64.of("acc"), Hash64.of(event)), System.currentTimeMillis());
    }

    private void send(String event, Instant at) {
        TestTopic.send(List.of(record(event, at)));
    }

    private ProducerRecord<String, byte[]> record(String event, Instant at) {
        var usage = new UsageRecorded(new Occurrence(event, "acc", at), "ann", "export", BigDecimal.ONE);
        var record = Records.write(Codec.write(usage, "/test"));
        return new ProducerRecord<>(partition.topic(), 0, record.key(), record.value(), record.headers());
    }

    private ProducerRecord<String, byte[]> refused(String event) {
        var good = record(event, Instant.now());
        return new ProducerRecord<>(partition.topic(), 0, good.key(), "{}".getBytes(UTF_8), good.headers());
    }
}
