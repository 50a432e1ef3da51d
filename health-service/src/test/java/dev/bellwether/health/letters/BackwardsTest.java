package dev.bellwether.health.letters;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BackwardsTest {

    private static final Instant NOON = Instant.parse("2026-03-31T12:00:00Z");

    private final Shelf shelf = new Shelf();

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void pages_together_are_all_letters_newest_first_each_once_whatever_comes_meanwhile(int seed) {
        Random random = new Random(seed);
        fill(random);
        List<String> expected = shelf.newestFirst();

        List<String> paged = new ArrayList<>();
        String cursor = null;
        do {
            Position position = Position.of(cursor);
            Map<Integer, Stretch> extent = shelf.extent();
            Backwards<String> backwards = new Backwards<>(
                    position == null ? extent : position.within(extent),
                    shelf,
                    letter -> letter.id().text(),
                    1 + random.nextInt(5));
            for (int i = 0; i <= random.nextInt(6); i++) {
                var passed = backwards.next();
                if (passed != null) {
                    paged.add(passed.picked());
                }
            }
            Position rest = backwards.position();
            cursor = rest == null ? null : rest.text();
            shelf.put(random.nextInt(4), 1_000_000 + paged.size(), NOON.plusSeconds(paged.size()));
        } while (cursor != null);

        assertThat(paged).isEqualTo(expected);
    }

    @Test
    void the_newest_cost_the_same_however_many_there_are() {
        for (int offset = 0; offset < 10_000; offset++) {
            shelf.put(0, offset, NOON.plusSeconds(offset));
            shelf.put(1, offset, NOON.plusSeconds(offset));
        }
        Backwards<String> backwards = backwards(20);
        for (int i = 0; i < 10; i++) {
            backwards.next();
        }

        assertThat(shelf.readings())
                .containsExactly(Map.of(0, new Stretch(9_980, 10_000), 1, new Stretch(9_980, 10_000)));
    }

    @Test
    void letters_that_are_not_there_any_more_are_passed_over() {
        shelf.put(0, 3, NOON);
        shelf.put(0, 90, NOON.plusSeconds(1));

        Backwards<String> backwards = backwards(4);

        assertThat(requireNonNull(backwards.next()).id()).isEqualTo(new LetterId(0, 90));
        assertThat(requireNonNull(backwards.next()).id()).isEqualTo(new LetterId(0, 3));
        assertThat(backwards.next()).isNull();
        assertThat(backwards.position()).isNull();
    }

    @Test
    void of_a_letter_that_nobody_looks_for_nothing_is_picked() {
        shelf.put(0, 0, NOON);

        var passed = requireNonNull(new Backwards<String>(shelf.extent(), shelf, letter -> null, 4).next());

        assertThat(passed.picked()).isNull();
        assertThat(passed.id().text()).isEqualTo("0-0");
    }

    private Backwards<String> backwards(int chunk) {
        return new Backwards<>(shelf.extent(), shelf, letter -> letter.id().text(), chunk);
    }

    /** Within a partition later letters lie behind earlier ones; offsets have gaps. */
    private void fill(Random random) {
        long[] next = new long[4];
        for (int second = 0; second < 60; second++) {
            int partition = random.nextInt(3);
            next[partition] += 1 + random.nextInt(3);
            shelf.put(partition, next[partition], NOON.minusSeconds(600L - second));
        }
    }
}
