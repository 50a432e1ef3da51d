package dev.bellwether.health.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.health.store.IdPiece;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class CountedIdsTest {

    private static final TopicPartition PARTITION = new TopicPartition("usage", 3);
    private static final Duration WINDOW = Duration.ofHours(24);
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final int LIMIT = 100_000;
    private static final int PIECE = 16_384;

    private final CountedIds ids = new CountedIds(WINDOW, LIMIT);

    @Test
    void a_piece_is_written_down_when_it_is_long_enough_and_no_use_in_two() {
        count(0, 100);
        count(0, 100);
        assertThat(ids.drain(PARTITION, PIECE - 1)).isEmpty();

        IdPiece.Kept first = ids.drain(PARTITION, PIECE).orElseThrow();
        assertThat(keys(first.piece())).containsExactlyElementsOf(keys(0, 100));
        assertThat(first.piece().until()).isEqualTo(NOW);
        assertThat(first.dropBefore()).isEqualTo(NOW.minus(WINDOW));
        assertThat(first.keep()).isEqualTo(LIMIT);

        count(50, 150);
        assertThat(ids.drain(PARTITION, PIECE + 1)).isEmpty();
        assertThat(keys(ids.drain(PARTITION, 2 * PIECE).orElseThrow().piece()))
                .containsExactlyElementsOf(keys(100, 150));
    }

    @Test
    void what_was_written_down_is_known_and_not_written_again() {
        count(0, 100);
        IdPiece piece = ids.drain(PARTITION, PIECE).orElseThrow().piece();
        CountedIds next = new CountedIds(WINDOW, LIMIT);

        next.restore(piece, PIECE + 5);

        assertThat(next.writtenUpTo()).isEqualTo(PIECE);
        assertThat(keys(0, 100)).noneMatch(key -> next.add(key, NOW.toEpochMilli()));
        assertThat(keys(next.drain(PARTITION, 2 * PIECE).orElseThrow().piece())).isEmpty();
    }

    @Test
    void a_piece_of_a_log_that_was_replaced_is_known_but_does_not_say_how_far_the_new_one_is_written_down() {
        count(0, 100);
        IdPiece piece = ids.drain(PARTITION, PIECE).orElseThrow().piece();
        CountedIds next = new CountedIds(WINDOW, LIMIT);

        next.restore(piece, 5);

        assertThat(next.writtenUpTo()).isZero();
        assertThat(keys(0, 100)).noneMatch(key -> next.add(key, NOW.toEpochMilli()));
    }

    @Test
    void all_memory_is_taken_with_the_first_id() {
        assertThat(ids.bytes()).isLessThan(1_000);
        count(0, 1);
        long early = ids.bytes();
        count(1, 5 * LIMIT);

        assertThat(early).isBetween(10L * LIMIT, 10L * LIMIT + 10_000);
        ids.drain(PARTITION, PIECE);
        assertThat(ids.bytes()).isLessThanOrEqualTo(early);
        assertThat(ids.size()).isBetween(LIMIT, LIMIT * 4 / 3 + 4);
    }

    private void count(long from, long to) {
        keys(from, to).forEach(key -> ids.add(key, NOW.toEpochMilli()));
    }

    private static List<Long> keys(IdPiece piece) {
        return piece.keys();
    }

    private static List<Long> keys(long from, long to) {
        return LongStream.range(from, to).boxed().toList();
    }
}
