package dev.bellwether.health.score.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes into a list of uses comes out of the stored bytes. */
class UsesTest {

    private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000_000L);

    record Use(long day, long user, long feature) {}

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void what_is_stored_adds_up_to_what_was_used(long seed) {
        Random random = new Random(seed);
        Map<Use, BigDecimal> used = new HashMap<>();
        UseList list = new UseList();
        for (int left = random.nextInt(300); left > 0; left--) {
            Use use = new Use(random.nextInt(-2, 3), key(random), key(random));
            BigDecimal quantity = quantity(random);
            list.add(use.user, use.feature, use.day, UseList.millionths(quantity));
            used.merge(use, quantity, BigDecimal::add);
        }

        List<Uses> days = list.drain();

        assertThat(sums(days)).isEqualTo(plain(used));
        assertThat(days.stream().map(Uses::day)).doesNotHaveDuplicates();
        assertThat(list.drain()).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void bytes_joined_end_to_end_say_what_both_said(long seed) {
        Random random = new Random(seed);
        Map<Use, BigDecimal> used = new HashMap<>();
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (int commits = random.nextInt(5); commits > 0; commits--) {
            UseList list = new UseList();
            for (int left = random.nextInt(20); left > 0; left--) {
                Use use = new Use(7, key(random), key(random));
                BigDecimal quantity = quantity(random);
                list.add(use.user, use.feature, use.day, UseList.millionths(quantity));
                used.merge(use, quantity, BigDecimal::add);
            }
            list.drain().forEach(uses -> joined.writeBytes(uses.bytes()));
        }

        assertThat(sums(List.of(Uses.stored(7, joined.toByteArray())))).isEqualTo(plain(used));
    }

    @Test
    void a_user_and_a_feature_make_one_entry_a_day_however_often_they_met() {
        UseList list = new UseList();
        for (int i = 0; i < 1_000; i++) {
            list.add(i % 2, i % 3, 5, 1);
        }

        assertThat(entries(list.drain())).isEqualTo(6);
    }

    @Test
    void a_sum_too_large_for_one_entry_is_written_as_more() {
        UseList list = new UseList();
        for (int i = 0; i < 100; i++) {
            list.add(1, 2, 3, UseList.millionths(LARGEST));
            list.add(1, 3, 3, UseList.millionths(LARGEST.negate()));
        }

        List<Uses> days = list.drain();

        assertThat(sums(days))
                .isEqualTo(Map.of(
                        new Use(3, 1, 2), plain(LARGEST.movePointRight(2)),
                        new Use(3, 1, 3), plain(LARGEST.movePointRight(2).negate())));
        assertThat(entries(days)).isBetween(20, 30);
    }

    @Test
    void every_quantity_an_event_may_have_is_whole_millionths() {
        assertThat(UseList.millionths(BigDecimal.ONE)).isEqualTo(1_000_000);
        assertThat(UseList.millionths(new BigDecimal("0.000001"))).isOne();
        assertThat(UseList.millionths(new BigDecimal("-2.5000000000"))).isEqualTo(-2_500_000);
        assertThat(UseList.millionths(new BigDecimal("1E+12"))).isEqualTo(1_000_000_000_000_000_000L);
        assertThat(UseList.millionths(LARGEST.negate())).isEqualTo(-1_000_000_000_000_000_000L);
        assertThatThrownBy(() -> UseList.millionths(new BigDecimal("1e-7"))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void the_format_is_that_of_what_is_stored_already() {
        UseList list = new UseList();
        list.add(2, 0x0102030405060708L, 9, 1_000_000);
        list.add(2, 3, 9, -1);
        list.add(-1, 3, 9, 0);

        assertThat(list.drain())
                .singleElement()
                .satisfies(uses -> assertThat(HexFormat.of().formatHex(uses.bytes()))
                        .isEqualTo("ffffffffffffffff" + "01" + "000000000000000300" + "0000000000000002" + "02"
                                + "000000000000000301" + "0102030405060708" + "80897a"));
    }

    @Test
    void bytes_cut_short_are_refused() {
        UseList list = new UseList();
        list.add(1, 2, 3, 4);
        byte[] bytes = list.drain().getFirst().bytes();
        Uses cut = Uses.stored(3, Arrays.copyOf(bytes, bytes.length - 1));

        assertThatThrownBy(() -> cut.each((user, feature, day, millionths) -> {}))
                .hasMessageContaining("the 17 bytes of uses of day 3 are cut short");
    }

    private static Map<Use, BigDecimal> sums(Collection<Uses> days) {
        Map<Use, BigDecimal> sums = new HashMap<>();
        days.forEach(uses -> uses.each((user, feature, day, millionths) ->
                sums.merge(new Use(day, user, feature), BigDecimal.valueOf(millionths, 6), BigDecimal::add)));
        return plain(sums);
    }

    private static Map<Use, BigDecimal> plain(Map<Use, BigDecimal> sums) {
        sums.replaceAll((use, sum) -> plain(sum));
        return sums;
    }

    private static BigDecimal plain(BigDecimal value) {
        return value.setScale(6);
    }

    private static int entries(Collection<Uses> days) {
        AtomicInteger count = new AtomicInteger();
        days.forEach(uses -> uses.each((user, feature, day, millionths) -> count.incrementAndGet()));
        return count.get();
    }

    private static long key(Random random) {
        return random.nextInt(4) == 0 ? Hash64.of("key " + random.nextInt(4)) : random.nextInt(3);
    }

    private static BigDecimal quantity(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> BigDecimal.ONE;
            case 1 -> BigDecimal.valueOf(random.nextLong(-1_000_000_000_000_000_000L, 1_000_000_000_000_000_001L), 6);
            case 2 -> LARGEST;
            default -> BigDecimal.valueOf(random.nextInt(-100, 10_000), random.nextInt(7));
        };
    }
}
