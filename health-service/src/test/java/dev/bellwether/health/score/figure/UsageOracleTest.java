package dev.bellwether.health.score.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bellwether.health.score.Story;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The definitions of the usage figures, written out over a plain list of uses, against what is computed. */
class UsageOracleTest {

    private static final LocalDate START = LocalDate.parse("2026-01-01");
    private static final int SEATS = 7;

    private record Use(String user, LocalDate day) {}

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void figures_are_as_defined(long seed) {
        Random random = new Random(seed);
        Story story = Story.ofAnAccount().seats("2025-12-01", SEATS).internal("2025-12-01", "user-0");
        List<Use> uses = new ArrayList<>();
        int many = random.nextInt(120);
        for (int i = 0; i < many; i++) {
            Use use = new Use("user-" + random.nextInt(10), START.plusDays(random.nextInt(110)));
            uses.add(use);
            story.used(use.day, use.user);
        }
        uses.removeIf(use -> use.user.equals("user-0"));
        for (int i = 0; i < 12; i++) {
            LocalDate day = START.plusDays(random.nextInt(140));
            assertAsDefined(story.figures(day.toString()).usage(), uses, day);
        }
    }

    private static void assertAsDefined(UsageFigures usage, List<Use> all, LocalDate day) {
        int wau = users(all, day.minusDays(6), day);
        int mau = users(all, day.minusDays(27), day);
        assertThat(usage.dau()).isEqualTo(users(all, day, day));
        assertThat(usage.wau()).isEqualTo(wau);
        assertThat(usage.mau()).isEqualTo(mau);
        assertThat(usage.seatUtilisation()).isEqualTo(mau / (double) SEATS);
        LocalDate last = in(all, LocalDate.MIN, day)
                .map(Use::day)
                .max(LocalDate::compareTo)
                .orElse(null);
        assertThat(usage.daysInactive())
                .isEqualTo(last == null ? null : Integer.valueOf((int) (day.toEpochDay() - last.toEpochDay())));
        assertThat(usage.activeDaysBefore()).isEqualTo(last == null ? 0 : daysInUse(all, last.minusDays(27), last));
        if (mau > 0) {
            double meanDau = IntStream.range(0, 28)
                    .map(ago -> users(all, day.minusDays(ago), day.minusDays(ago)))
                    .average()
                    .orElseThrow();
            assertThat(usage.stickiness()).isNotNull().isCloseTo(meanDau / mau, within(1e-12));
        } else {
            assertThat(usage.stickiness()).isNull();
        }
        Double baseline = baseline(all, day);
        assertThat(usage.baseline()).isEqualTo(baseline);
        assertThat(usage.trend()).isEqualTo(baseline == null || baseline == 0 ? null : Double.valueOf(wau / baseline));
    }

    private static @Nullable Double baseline(List<Use> all, LocalDate day) {
        LocalDate first = in(all, LocalDate.MIN, day)
                .map(Use::day)
                .min(LocalDate::compareTo)
                .orElse(null);
        List<Integer> weeks = new ArrayList<>();
        for (int back : new int[] {7, 14, 21, 28}) {
            LocalDate end = day.minusDays(back);
            if (first != null && !end.minusDays(6).isBefore(first)) {
                weeks.add(users(all, end.minusDays(6), end));
            }
        }
        weeks.sort(null);
        return switch (weeks.size()) {
            case 2 -> (weeks.get(0) + weeks.get(1)) / 2.0;
            case 3 -> (double) weeks.get(1);
            case 4 -> (weeks.get(1) + weeks.get(2)) / 2.0;
            default -> null;
        };
    }

    private static int users(List<Use> all, LocalDate from, LocalDate to) {
        return (int) in(all, from, to).map(Use::user).distinct().count();
    }

    private static int daysInUse(List<Use> all, LocalDate from, LocalDate to) {
        return (int) in(all, from, to).map(Use::day).distinct().count();
    }

    private static Stream<Use> in(List<Use> all, LocalDate from, LocalDate to) {
        return all.stream().filter(use -> !use.day.isBefore(from) && !use.day.isAfter(to));
    }
}
