package dev.bellwether.health.score.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PatienceTest {

    private static final Duration CATCH_UP = Duration.ofMinutes(5);
    private static final Patience PATIENCE = new Patience(Duration.ofHours(2), 6, Duration.ofDays(14), 7, CATCH_UP);
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

    @ParameterizedTest(name = "{0} days, every {1} min, quiet for {2} min: {3}")
    @CsvSource({
        "10,   5,  120, Speaking",
        "10,   5,  121, Silent",
        "10,  20,  121, Silent",
        "10,  60,  360, Speaking",
        "10,  60,  361, Silent",
        " 6,   5, 9000, Learning",
        " 7,   5,  121, Silent",
    })
    void a_feed_is_silent_after_two_hours_and_six_of_its_gaps_once_it_was_heard_on_seven_days(
            int days, int everyMinutes, int quiet, String state) {
        Heard heard = every(Duration.ofMinutes(everyMinutes), Duration.ofDays(days));

        FeedState found = PATIENCE.judge(heard, heard.last().plus(Duration.ofMinutes(quiet)));

        assertThat(found.getClass().getSimpleName()).isEqualTo(state);
    }

    @Test
    void the_reason_says_how_long_it_was_quiet_and_what_would_have_been_usual() {
        Heard heard = every(Duration.ofHours(1), Duration.ofDays(10));

        assertThat(PATIENCE.judge(heard, heard.last().plus(Duration.ofHours(9))))
                .isEqualTo(new FeedState.Silent(Duration.ofHours(9), Duration.ofHours(6)));
    }

    @Test
    void nights_and_weekends_are_usual_once_they_were_heard() {
        List<Instant> workingHours = IntStream.range(0, 12)
                .mapToObj(day -> START.plus(Duration.ofDays(day)))
                .filter(day -> day.atZone(ZoneOffset.UTC).getDayOfWeek().getValue() < 6)
                .flatMap(day ->
                        IntStream.range(8 * 60, 18 * 60).mapToObj(minute -> day.plus(Duration.ofMinutes(minute))))
                .toList();
        Heard heard = heard(workingHours);

        assertThat(heard.longestGap(Duration.ofDays(14)))
                .isEqualTo(Duration.ofHours(62).plusMinutes(1));
        assertThat(PATIENCE.judge(heard, heard.last().plus(Duration.ofDays(3)))).isInstanceOf(FeedState.Speaking.class);
    }

    @Test
    void however_long_it_is_silent_what_was_usual_is_not_forgotten() {
        Heard heard = every(Duration.ofMinutes(5), Duration.ofDays(10));

        assertThat(PATIENCE.judge(heard, heard.last().plus(Duration.ofDays(300))))
                .isInstanceOf(FeedState.Silent.class);
    }

    @Test
    void while_records_wait_to_be_read_it_is_judged_as_of_when_none_did() {
        Heard heard = every(Duration.ofMinutes(5), Duration.ofDays(10));

        assertThat(PATIENCE.judge(heard, Instant.EPOCH)).isInstanceOf(FeedState.Speaking.class);
        assertThat(PATIENCE.outages(Feed.USAGE, heard, Optional.empty(), Instant.EPOCH))
                .isEmpty();
    }

    @Test
    void an_outage_lasts_from_the_last_arrival_to_the_next_and_is_over_once_the_feed_has_caught_up() {
        List<Instant> arrivals = minutes(Duration.ofMinutes(5), Duration.ofDays(10));
        Instant last = arrivals.getLast();
        Instant next = last.plus(Duration.ofHours(30));
        Outage lasting = new Outage(Feed.USAGE, last, null);

        assertThat(outages(arrivals, Optional.empty(), last.plus(Duration.ofHours(3))))
                .containsExactly(lasting);
        arrivals.add(next);
        assertThat(outages(arrivals, Optional.of(lasting), next.plus(CATCH_UP).minusSeconds(1)))
                .containsExactly(lasting);
        assertThat(outages(arrivals, Optional.of(lasting), next.plus(CATCH_UP)))
                .containsExactly(new Outage(Feed.USAGE, last, next));
    }

    @Test
    void an_outage_that_nobody_looked_at_while_it_lasted_is_found_afterwards() {
        List<Instant> arrivals = minutes(Duration.ofMinutes(5), Duration.ofDays(10));
        Instant last = arrivals.getLast();
        Instant next = last.plus(Duration.ofHours(30));
        minutes(Duration.ofMinutes(5), Duration.ofDays(2))
                .forEach(minute -> arrivals.add(next.plus(Duration.between(START, minute))));

        assertThat(outages(arrivals, Optional.empty(), arrivals.getLast().plusSeconds(60)))
                .containsExactly(new Outage(Feed.USAGE, last, next));
    }

    @Test
    void impatience_that_would_judge_by_nothing_is_refused() {
        assertThatThrownBy(() -> new Patience(Duration.ofMinutes(9), 6, Duration.ofDays(14), 7, CATCH_UP))
                .hasMessageContaining("PT9M");
        assertThatThrownBy(() -> new Patience(Duration.ofHours(2), 0, Duration.ofDays(14), 7, CATCH_UP))
                .hasMessageContaining("0 of its gaps");
        assertThatThrownBy(() -> new Patience(Duration.ofHours(2), 6, Duration.ofDays(3), 7, CATCH_UP))
                .hasMessageContaining("7 days");
        assertThatThrownBy(() -> new Patience(Duration.ofHours(2), 6, Duration.ofDays(14), 7, Duration.ofHours(2)))
                .hasMessageContaining("catch up");
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 40);
    }

    /** A feed at random, looked at every now and then, always with what was known by then. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whoever_looks_often_writes_down_what_the_rule_says_of_the_whole_and_never_two_at_once(long seed) {
        Random random = new Random(seed);
        List<Instant> arrivals = random(random);
        TreeMap<Instant, Outage> log = new TreeMap<>();
        Instant end = arrivals.getLast().plus(CATCH_UP);
        for (Instant now = START; now.isBefore(end); now = now.plus(Duration.ofMinutes(1 + random.nextInt(200)))) {
            look(log, arrivals, now);
            assertThat(log.values().stream().filter(Outage::isOpen)).hasSizeLessThanOrEqualTo(1);
        }
        look(log, arrivals, end);

        assertThat(log.values()).containsExactlyElementsOf(byTheRule(arrivals));
    }

    @Test
    void the_feeds_at_random_fall_silent_and_are_patiently_waited_for() {
        List<List<Instant>> feeds =
                seeds().mapToObj(seed -> random(new Random(seed))).toList();

        assertThat(feeds.stream().mapToInt(feed -> byTheRule(feed).size()).sum())
                .isGreaterThan(10);
        assertThat(feeds.stream().filter(feed -> byTheRule(feed).isEmpty())).hasSizeGreaterThan(5);
    }

    private static void look(TreeMap<Instant, Outage> log, List<Instant> arrivals, Instant now) {
        List<Instant> known =
                arrivals.stream().filter(arrival -> !arrival.isAfter(now)).toList();
        Optional<Outage> lasting = log.values().stream().filter(Outage::isOpen).findFirst();
        for (Outage outage : outages(known, lasting, now)) {
            log.merge(outage.from(), outage, (before, after) -> before.isOpen() ? after : before);
        }
    }

    /** quiet for longer than max(2 h, 6 × the longest gap of the 14 days before), with arrivals on 7 of them. */
    private static List<Outage> byTheRule(List<Instant> arrivals) {
        List<Outage> outages = new ArrayList<>();
        for (int i = 0; i + 1 < arrivals.size(); i++) {
            Instant last = arrivals.get(i);
            long quiet = ChronoUnit.MINUTES.between(last, arrivals.get(i + 1));
            if (quiet <= 120) {
                continue;
            }
            Instant since = last.minus(Duration.ofDays(14));
            TreeSet<LocalDate> days = new TreeSet<>();
            long longest = 1;
            for (int j = 0; j <= i; j++) {
                LocalDate day = LocalDate.ofInstant(arrivals.get(j), ZoneOffset.UTC);
                boolean first = j == 0 || !day.equals(LocalDate.ofInstant(arrivals.get(j - 1), ZoneOffset.UTC));
                if (arrivals.get(j).isAfter(since) && first) {
                    days.add(day);
                }
                if (j > 0 && arrivals.get(j).isAfter(since)) {
                    longest = Math.max(longest, ChronoUnit.MINUTES.between(arrivals.get(j - 1), arrivals.get(j)));
                }
            }
            if (days.size() >= 7 && quiet > 6 * longest) {
                outages.add(new Outage(Feed.USAGE, last, arrivals.get(i + 1)));
            }
        }
        return outages;
    }

    /** Twenty-five days with pauses of minutes, now and then of hours, hardly ever of days. */
    private static List<Instant> random(Random random) {
        List<Instant> arrivals = new ArrayList<>();
        int usual = 10 + random.nextInt(30);
        for (Instant at = START; at.isBefore(START.plus(Duration.ofDays(25))); ) {
            arrivals.add(at);
            int minutes = 1 + random.nextInt(usual);
            if (random.nextInt(800) == 0) {
                minutes = 60 * (1 + random.nextInt(10));
            } else if (random.nextInt(2_000) == 0) {
                minutes = 60 * 24 * (1 + random.nextInt(3));
            }
            at = at.plus(Duration.ofMinutes(minutes));
        }
        return arrivals;
    }

    private static List<Outage> outages(List<Instant> arrivals, Optional<Outage> lasting, Instant upTo) {
        return PATIENCE.outages(Feed.USAGE, heard(arrivals), lasting, upTo);
    }

    private static Heard every(Duration pause, Duration length) {
        return heard(minutes(pause, length));
    }

    private static List<Instant> minutes(Duration pause, Duration length) {
        List<Instant> arrivals = new ArrayList<>();
        for (Instant at = START; at.isBefore(START.plus(length)); at = at.plus(pause)) {
            arrivals.add(at);
        }
        return arrivals;
    }

    private static Heard heard(List<Instant> arrivals) {
        List<Gap> gaps = new ArrayList<>();
        TreeMap<LocalDate, Instant> firsts = new TreeMap<>();
        for (int i = 0; i < arrivals.size(); i++) {
            firsts.putIfAbsent(LocalDate.ofInstant(arrivals.get(i), ZoneOffset.UTC), arrivals.get(i));
            if (i > 0) {
                gaps.add(new Gap(arrivals.get(i - 1), arrivals.get(i)));
            }
        }
        return new Heard(arrivals.getLast(), gaps, List.copyOf(firsts.values()));
    }
}
