package dev.bellwether.health.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.contracts.Band;
import dev.bellwether.contracts.Fact;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Made-up companies, scored by the service and by the book; a seed that tells them apart is told as a short story. */
class SimulationTest {

    private static final Instant LATEST = Instant.parse("2026-06-15T16:40:00Z");
    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("UTC"), ZoneId.of("Europe/Berlin"), ZoneId.of("America/New_York"), ZoneId.of("Asia/Tokyo"));

    // the book is slow: its time grows with the square of a company's, so most companies are young
    private static final long OLD_COMPANIES = 100;
    private static final int YOUNG = 45;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Long.getLong("bellwether.simulation.seeds", 400));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void every_day_is_shown_as_the_book_says_though_facts_come_late(long seed) {
        Premises premises = premises(seed);
        SmallestStory.of(company(seed, premises), company -> lived(company, premises, standing -> {}))
                .tell(seed);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void every_past_day_is_as_the_book_says_whatever_the_order_and_the_repeats(long seed) {
        Premises premises = premises(seed);
        SmallestStory.of(company(seed, premises), company -> remembered(company, premises, seed))
                .tell(seed);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void every_day_is_as_the_book_says_while_sources_are_silent(long seed) {
        Company whole = company(seed, premises(seed));
        Premises premises = premises(seed)
                .with(Silence.some(new Chance(seed, "any", ZoneOffset.UTC, LATEST), whole.firstDay(), whole.lastDay()));
        SmallestStory.of(whole, company -> lived(company, premises, standing -> {}))
                .tell(seed);
        SmallestStory.of(whole, company -> remembered(company, premises, seed)).tell(seed);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void what_happens_later_changes_no_day_before(long seed) {
        Premises premises = premises(seed);
        Company company = company(seed, premises);
        Remembered all = Remembered.of(premises, company.facts());
        for (LocalDate day = company.firstDay(); !day.isAfter(company.lastDay()); day = day.plusDays(9)) {
            List<Fact> byThen = KnownFacts.of(company.facts(), day, premises).facts();

            assertThat(all.asOf(day)).isEqualTo(Remembered.of(premises, byThen).asOf(day));
        }
    }

    @Test
    void the_companies_live_through_every_band_and_every_flag_at_every_severity() {
        Set<Band> bands = EnumSet.noneOf(Band.class);
        Set<String> flags = new TreeSet<>();
        for (long seed = 1; seed <= 150; seed++) {
            Premises premises = premises(seed);
            lived(company(seed, premises), premises, standing -> {
                bands.add(standing.band());
                standing.flags().forEach((kind, open) -> flags.add(kind + " " + open.severity()));
            });
        }

        assertThat(bands).containsExactlyInAnyOrder(Band.values());
        assertThat(flags)
                .containsExactly(
                        "ADVOCATE INFO",
                        "CHAMPION_SILENT HIGH",
                        "DETRACTOR HIGH",
                        "DETRACTOR MEDIUM",
                        "EXPANSION_READY INFO",
                        "INACTIVE CRITICAL",
                        "INACTIVE HIGH",
                        "INACTIVE LOW",
                        "LATE_PAYMENT CRITICAL",
                        "LATE_PAYMENT HIGH",
                        "LATE_PAYMENT LOW",
                        "LATE_PAYMENT MEDIUM",
                        "LOW_ADOPTION LOW",
                        "NEGATIVE_MENTION LOW",
                        "NEGATIVE_MENTION MEDIUM",
                        "ONBOARDING_STALLED MEDIUM",
                        "PAYMENT_FAILED HIGH",
                        "PAYMENT_FAILED MEDIUM",
                        "RED HIGH",
                        "SCORE_DROP HIGH",
                        "SCORE_DROP MEDIUM",
                        "TICKET_SPIKE HIGH",
                        "TICKET_SPIKE MEDIUM",
                        "URGENT_TICKET HIGH",
                        "USAGE_DROP CRITICAL",
                        "USAGE_DROP HIGH",
                        "USAGE_DROP MEDIUM");
    }

    /** Day by day: what has arrived by the end of the day is learnt, then the day is looked at. */
    private static List<String> lived(Company company, Premises premises, Consumer<Standing> onEachDay) {
        Remembered remembered = new Remembered(premises);
        List<Fact> arrived = new ArrayList<>();
        List<Company.Delivery> waiting = new ArrayList<>(company.deliveries());
        Standing standing = Standing.fresh();
        List<String> differences = new ArrayList<>();
        LocalDate end = company.lastDay().plusDays(3);
        for (LocalDate day = company.firstDay(); !day.isAfter(end) && differences.isEmpty(); day = day.plusDays(1)) {
            while (!waiting.isEmpty()
                    && !premises.dayOf(waiting.getFirst().arrivesAt()).isAfter(day)) {
                Fact fact = waiting.removeFirst().fact();
                arrived.add(fact);
                remembered.learn(fact);
            }
            Reading book = Reading.of(arrived, day, premises);
            standing = standing.next(book, earlier -> Reading.of(arrived, earlier, premises));
            onEachDay.accept(standing);
            differences = on(day, Differences.of(remembered.live(day), book, standing));
        }
        return differences;
    }

    /** All at once, in an order that has nothing to do with time; then days are asked for. */
    private static List<String> remembered(Company company, Premises premises, long seed) {
        Remembered remembered = Remembered.of(premises, company.shuffled(seed));
        List<String> differences = new ArrayList<>();
        LocalDate last = company.lastDay().plusDays(40);
        SortedMap<LocalDate, Band> bands = Standing.bands(company.facts(), last, premises);
        for (LocalDate day = last; !day.isBefore(company.firstDay().minusDays(2)); day = day.minusDays(6)) {
            Reading book = Reading.of(company.facts(), day, premises);
            Shown shown = remembered.asOf(day);
            differences.addAll(on(day, Differences.ofNumbers(shown, book)));
            differences.addAll(on(day, Differences.ofBand(shown, bands.getOrDefault(day, Band.UNKNOWN))));
        }
        return differences;
    }

    private static List<String> on(LocalDate day, List<String> differences) {
        Function<String, String> dated = difference -> day + " " + difference;
        return differences.stream().map(dated).toList();
    }

    private static Company company(long seed, Premises premises) {
        return seed <= OLD_COMPANIES
                ? Company.of(seed, "acme", premises, LATEST)
                : Company.of(seed, "acme", premises, LATEST, YOUNG);
    }

    private static Premises premises(long seed) {
        return new Premises(ZONES.get((int) (seed % ZONES.size())), Company.INTERNAL_DOMAINS, Company.IGNORED_EVENTS);
    }
}
