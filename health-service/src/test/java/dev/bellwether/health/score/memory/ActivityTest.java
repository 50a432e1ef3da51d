package dev.bellwether.health.score.memory;

import static org.assertj.core.api.Assertions.assertThat;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongSet;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActivityTest {

    private static final long TODAY = 20_500;
    private static final LongSet NOBODY = LongSet.of();

    @Test
    void a_second_mark_of_the_same_day_is_no_news() {
        Activity activity = new Activity();
        assertThat(activity.mark(1, TODAY)).isTrue();
        assertThat(activity.mark(1, TODAY)).isFalse();
        assertThat(activity.mark(1, TODAY - 1)).isTrue();
    }

    @Test
    void changes_are_told_once_with_the_whole_mask() {
        Activity activity = new Activity();
        activity.load(5, 320, 1L);
        activity.mark(5, 320 * 64 + 3);
        activity.mark(5, 320 * 64 + 3);
        activity.mark(5, 320 * 64 + 63);
        activity.mark(5, 321 * 64);
        assertThat(activity.drain())
                .containsExactlyInAnyOrder(
                        new Activity.Change(5, 320, 1L | 1L << 3 | 1L << 63), new Activity.Change(5, 321, 1L));
        assertThat(activity.drain()).isEmpty();
    }

    @Test
    void what_was_saved_can_be_loaded_in_any_order_even_over_newer_marks() {
        Activity original = new Activity();
        new Random(3).longs(2_000, TODAY - 200, TODAY).forEach(day -> original.mark(day % 37, day));
        List<Activity.Change> saved = original.drain();
        Activity loaded = new Activity();
        loaded.mark(1, TODAY);
        original.mark(1, TODAY);
        assertThat(loaded.distinct(TODAY - 27, TODAY, NOBODY)).isOne();
        saved.reversed().forEach(change -> loaded.load(change.key(), change.block(), change.mask()));
        for (long to = TODAY; to > TODAY - 210; to--) {
            assertThat(loaded.distinct(to - 27, to, NOBODY)).isEqualTo(original.distinct(to - 27, to, NOBODY));
            assertThat(loaded.lastDay(to, NOBODY)).isEqualTo(original.lastDay(to, NOBODY));
        }
    }

    /** The marks as plain pairs, and every answer counted literally. */
    private record Marks(Set<Mark> all) {

        record Mark(long key, long day) {}

        long distinct(long from, long to, LongPredicate excluded) {
            return in(from, to, excluded).map(Mark::key).distinct().count();
        }

        long keyDays(long from, long to, LongPredicate excluded) {
            return in(from, to, excluded).count();
        }

        long activeDays(long from, long to, LongPredicate excluded) {
            return in(from, to, excluded).map(Mark::day).distinct().count();
        }

        OptionalLong last(long to, LongPredicate excluded) {
            return in(Long.MIN_VALUE, to, excluded).mapToLong(Mark::day).max();
        }

        OptionalLong first(long to, LongPredicate excluded) {
            return in(Long.MIN_VALUE, to, excluded).mapToLong(Mark::day).min();
        }

        private java.util.stream.Stream<Mark> in(long from, long to, LongPredicate excluded) {
            return all.stream()
                    .filter(mark -> from <= mark.day && mark.day <= to)
                    .filter(mark -> !excluded.test(mark.key));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void every_answer_is_that_of_plain_lists_whatever_came_in_between(long seed) {
        Random random = new Random(seed);
        Activity activity = new Activity();
        Marks marks = new Marks(new HashSet<>());
        LongSet excluded = new LongOpenHashSet(
                LongStream.generate(() -> random.nextInt(30)).limit(seed % 4).toArray());
        for (int step = 0; step < 400; step++) {
            long key = random.nextInt(30);
            long day = TODAY - random.nextInt(150);
            assertThat(activity.mark(key, day)).isEqualTo(marks.all.add(new Marks.Mark(key, day)));
            long to = TODAY - random.nextInt(40);
            long from = to - List.of(0, 6, 27, 63, 120).get(random.nextInt(5));
            assertThat(activity.distinct(from, to, excluded))
                    .isEqualTo((int) marks.distinct(from, to, excluded::contains));
            assertThat(activity.keyDays(from, to, excluded)).isEqualTo(marks.keyDays(from, to, excluded::contains));
            assertThat(activity.activeDays(from, to, excluded))
                    .isEqualTo((int) marks.activeDays(from, to, excluded::contains));
            assertThat(activity.lastDay(to, excluded)).isEqualTo(marks.last(to, excluded::contains));
            assertThat(activity.firstDay(to, excluded)).isEqualTo(marks.first(to, excluded::contains));
            assertThat(activity.lastDayOf(key, to)).isEqualTo(marks.last(to, other -> other != key));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void windows_counted_at_once_are_those_counted_one_by_one(long seed) {
        Random random = new Random(seed);
        Activity activity = new Activity();
        Marks marks = new Marks(new HashSet<>());
        LongSet excluded = LongSet.of(3);
        for (int step = 0; step < 30; step++) {
            for (int i = 0; i < 10; i++) {
                long key = random.nextInt(40);
                long day = TODAY - random.nextInt(400);
                activity.mark(key, day);
                marks.all.add(new Marks.Mark(key, day));
            }
            int length = List.of(1, 7, 28, 64).get(random.nextInt(4));
            long first = TODAY - random.nextInt(450);
            long last = first + random.nextInt(200);

            activity.foresee(7, first, last);
            activity.foresee(length, first, last);

            for (long end = first; end <= last; end++) {
                assertThat(activity.distinct(end - length + 1, end, excluded))
                        .isEqualTo((int) marks.distinct(end - length + 1, end, excluded::contains));
            }
            activity.mark(99, last);
            marks.all.add(new Marks.Mark(99, last));
            assertThat(activity.distinct(last, last, excluded))
                    .isEqualTo((int) marks.distinct(last, last, excluded::contains));
        }
    }

    @Test
    void days_before_1970_are_days_too() {
        Activity activity = new Activity();
        activity.mark(1, -1);
        activity.mark(2, -64);
        activity.mark(3, -65);
        assertThat(activity.distinct(-64, -1, NOBODY)).isEqualTo(2);
        assertThat(activity.firstDay(0, NOBODY)).hasValue(-65);
        assertThat(activity.lastDay(0, NOBODY)).hasValue(-1);
    }

    @Test
    void all_windows_of_two_days_and_of_four_silent_sources_are_kept() {
        Activity activity = new Activity();
        activity.mark(1, 100);
        for (int window = 0; window < 8 + 2 * 4 * 6; window++) {
            activity.distinct(window, 100, LongSet.of());
        }
        long bytes = activity.bytes();

        activity.distinct(0, 100, LongSet.of());
        assertThat(activity.bytes()).as("was kept").isEqualTo(bytes);
        activity.distinct(99, 100, LongSet.of());
        assertThat(activity.bytes()).as("was not asked for before").isGreaterThan(bytes);
    }

    @Test
    void windows_of_days_that_are_over_leave_but_those_that_are_asked_for_every_day() {
        Activity activity = new Activity();
        activity.mark(1, TODAY);
        activity.distinct(TODAY - 27, TODAY, NOBODY);
        long oneWindow = activity.bytes();
        for (long day = TODAY; day < TODAY + 60; day++) {
            for (int week = 0; week < 5; week++) {
                activity.distinct(day - 7 * week - 6, day - 7 * week, NOBODY);
            }
            activity.distinct(TODAY - 27, TODAY, NOBODY);
        }

        // five of today, five of yesterday, and that of a day that a silent source keeps
        assertThat(activity.bytes() - oneWindow).isLessThanOrEqualTo(10 * 40);
    }
}
