package dev.bellwether.health.engine;

import static org.assertj.core.api.Assertions.assertThat;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.Random;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySetTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 1_000, 100_000})
    void up_to_its_limit_it_knows_what_was_added_and_nothing_else(int limit) {
        fillAndEmpty(limit, new Random(limit)::nextLong);
    }

    @Test
    void keys_that_differ_in_few_bits_are_kept_apart() {
        fillAndEmpty(5_000, new Counter(0, 1)::next);
        fillAndEmpty(5_000, new Counter(7, 1L << 32)::next);
        fillAndEmpty(60_000, new Counter(-1, 1L << 47)::next);
    }

    @Test
    void it_takes_seven_and_a_half_bytes_a_key() {
        assertThat(KeySet.bytes(1_000_000)).isBetween(7_500_000L, 7_500_010L);
    }

    /** Twice, as a set is used again when it was emptied. */
    private static void fillAndEmpty(int limit, LongSupplier keys) {
        KeySet set = new KeySet(limit);
        for (int time = 0; time < 2; time++) {
            LongOpenHashSet plain = new LongOpenHashSet();
            while (!set.isFull()) {
                long key = keys.getAsLong();
                assertThat(set.contains(key)).isEqualTo(plain.contains(key));
                assertThat(set.add(key)).isEqualTo(plain.add(key));
                assertThat(set.add(key)).isFalse();
                assertThat(set.size()).isEqualTo(plain.size());
            }
            assertThat(plain.longStream()).allMatch(set::contains);
            set.clear();
            assertThat(plain.longStream()).noneMatch(set::contains);
            assertThat(set.size()).isZero();
        }
    }

    /** Numbers in steps. */
    private static final class Counter {
        private long next;
        private final long step;

        Counter(long first, long step) {
            next = first;
            this.step = step;
        }

        long next() {
            next += step;
            return next;
        }
    }
}
