package dev.bellwether.renewal.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.contracts.Band;
import dev.bellwether.contracts.Period;
import dev.bellwether.contracts.agreed.Stretch;
import dev.bellwether.renewal.churn.Result;
import dev.bellwether.renewal.likelihood.Likelihoods;
import dev.bellwether.renewal.likelihood.Place;
import dev.bellwether.renewal.likelihood.Tally;
import dev.bellwether.renewal.retention.Sum;
import dev.bellwether.renewal.stake.Call;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ForecastTest {

    private static final Quarter SECOND = new Quarter(2026, 2);
    private static final LocalDate START = LocalDate.of(2025, 7, 1);
    private static final LocalDate END = LocalDate.of(2026, 6, 30);
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 2); // 90 days before the decision
    private static final Likelihoods PAST = new Likelihoods(Map.of(new Place(Band.RED, 90), new Tally(38, 19)));

    @Test
    void an_undecided_term_counts_by_its_call_and_is_expected_by_its_likelihood() {
        DueTerm called = term(known(Stretch.FOREVER, false, Map.of(START, Call.COMMIT), Map.of()), MARCH);

        assertThat(called.outlook()).isEqualTo(Outlook.COMMIT);
        assertThat(called.said()).isTrue();
        assertThat(called.decisionOn()).isEqualTo("2026-05-31");
        Forecast forecast = Forecast.of(List.of(called));
        assertThat(forecast.outlooks().get(Outlook.COMMIT)).isEqualTo(sum(1, 1_000_000));
        assertThat(forecast.expected()).isEqualTo(500_000); // (1 + 19) ÷ (2 + 38)
        assertThat(forecast.low()).isBetween(BigInteger.valueOf(360_000), BigInteger.valueOf(380_000));
        assertThat(forecast.high()).isBetween(BigInteger.valueOf(620_000), BigInteger.valueOf(640_000));
        assertThat(forecast.tooFew()).isEqualTo(Sum.NONE);
    }

    @Test
    void without_a_call_the_figures_call_it() {
        assertThat(term(known(Stretch.FOREVER, false, Map.of(), Map.of()), MARCH)
                        .outlook())
                .isEqualTo(Outlook.AT_RISK);
    }

    @Test
    void too_few_past_terms_are_counted() {
        DueTerm few = term(known(Stretch.FOREVER, false, Map.of(), Map.of()), LocalDate.of(2026, 5, 30));

        assertThat(Forecast.of(List.of(few)).tooFew()).isEqualTo(sum(1, 1_000_000));
    }

    @Test
    void what_is_decided_counts_whole_or_not_at_all() {
        LocalDate june = LocalDate.of(2026, 6, 1);
        assertThat(term(known(Stretch.FOREVER, false, Map.of(), Map.of()), june).outlook())
                .isEqualTo(Outlook.RENEWED);
        assertThat(term(known(END, true, Map.of(), Map.of()), MARCH).outlook()).isEqualTo(Outlook.LOST);
        assertThat(term(known(END, false, Map.of(), Map.of()), END.plusDays(1)).outlook())
                .isEqualTo(Outlook.LOST);
        DueTerm said = term(known(END, false, Map.of(), Map.of(START, Result.RENEWED)), june);
        assertThat(Forecast.of(List.of(said)).expected()).isEqualTo(1_000_000);
    }

    @Test
    void a_contract_that_is_cancelled_in_a_later_term_renews_until_then() {
        assertThat(term(known(END.plusYears(1), true, Map.of(), Map.of()), MARCH)
                        .outlook())
                .isEqualTo(Outlook.RENEWED);
    }

    @Test
    void what_began_before_its_account_left_is_lost_and_what_began_later_is_a_new_customers() {
        assertThat(term(ofOneWhoLeft(START), MARCH).outlook()).isEqualTo(Outlook.LOST);
        assertThat(term(ofOneWhoLeft(START.minusDays(1)), MARCH).outlook()).isEqualTo(Outlook.AT_RISK);
    }

    @Test
    void what_was_to_be_decided_after_its_account_left_stays_lost_and_what_was_decided_before_stays_renewed() {
        LocalDate decisionOn = LocalDate.of(2026, 5, 31);
        Known left = ofOneWhoLeft(LocalDate.of(2026, 2, 1));

        assertThat(term(left, decisionOn).outlook()).isEqualTo(Outlook.LOST);
        assertThat(term(left, decisionOn.plusDays(1)).outlook()).isEqualTo(Outlook.LOST);
        assertThat(term(ofOneWhoLeft(END), decisionOn.plusDays(1)).outlook()).isEqualTo(Outlook.RENEWED);
    }

    private static Known ofOneWhoLeft(LocalDate on) {
        List<Stretch> open = known(Stretch.FOREVER, false, Map.of(), Map.of()).stretches();
        return new Known("acme", "c-1", open, false, on, Band.RED, Map.of(), Map.of());
    }

    @Test
    void a_term_of_which_the_next_is_named_has_renewed() {
        Stretch running = known(END, false, Map.of(), Map.of()).stretches().getFirst();
        Period next = new Period(START, END).next();
        var terms = new Stretch.Terms(next, next.endsOn(), 30);
        Known named = new Known(
                "acme",
                "c-1",
                List.of(running, new Stretch(next.startsOn(), next.endsOn(), "EUR", 1_100_000, terms)),
                false,
                null,
                Band.RED,
                Map.of(),
                Map.of());

        assertThat(term(named, MARCH).outlook()).isEqualTo(Outlook.RENEWED);
    }

    @Test
    void a_term_that_is_not_decided_in_the_quarter_is_not_due() {
        assertThat(known(Stretch.FOREVER, false, Map.of(), Map.of()).in(new Quarter(2026, 3), MARCH, PAST))
                .isEmpty();
        assertThat(known(Stretch.FOREVER, false, Map.of(), Map.of()).in(new Quarter(2027, 2), MARCH, PAST))
                .isPresent();
    }

    @Test
    void of_a_contract_by_the_month_the_first_open_term_counts_else_the_last_decided_one() {
        var months =
                new Stretch.Terms(new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 31)), Stretch.FOREVER, 0);
        Known monthly = new Known(
                "acme",
                "c-1",
                List.of(new Stretch(LocalDate.of(2026, 1, 1), Stretch.FOREVER, "EUR", 1_000_000, months)),
                false,
                null,
                Band.RED,
                Map.of(),
                Map.of());

        assertThat(term(monthly, LocalDate.of(2026, 5, 10)).decisionOn()).isEqualTo("2026-05-31");
        assertThat(term(monthly, LocalDate.of(2026, 7, 10)).decisionOn()).isEqualTo("2026-06-30");
    }

    @Test
    void quarters_have_three_months() {
        assertThat(Quarter.of("2026-Q4")).isEqualTo(Optional.of(new Quarter(2026, 4)));
        assertThat(Quarter.of("2026-Q5")).isEmpty();
        assertThat(SECOND.from()).isEqualTo("2026-04-01");
        assertThat(SECOND.to()).isEqualTo("2026-06-30");
        assertThat(Quarter.of(LocalDate.of(2026, 12, 31)).next().toString()).isEqualTo("2027-Q1");
    }

    @Test
    void the_curve_holds_what_was_foretold_against_what_happened() {
        Reliability reliability = Reliability.of(
                List.of(new Reliability.Sums(2, 4, 1.0, 1, 0.75), new Reliability.Sums(9, 6, 5.7, 6, 0.05)));

        assertThat(reliability.predictions()).isEqualTo(10);
        assertThat(reliability.brier()).isEqualTo("0.0800");
        assertThat(reliability.curve().getFirst().predicted()).isEqualTo("0.2500");
        assertThat(reliability.curve().getFirst().renewed()).isEqualTo("0.2500");
        assertThat(reliability.curve().getLast().to()).isEqualTo("1.0");
        assertThat(Reliability.of(List.of()).brier()).isNull();
    }

    private static DueTerm term(Known known, LocalDate today) {
        return known.in(SECOND, today, PAST).orElseThrow();
    }

    /** 10,000.00 EUR a year from July to June, to be cancelled thirty days before. */
    private static Known known(
            LocalDate until, boolean cancelled, Map<LocalDate, Call> calls, Map<LocalDate, Result> outcomes) {
        var terms = new Stretch.Terms(new Period(START, END), until, 30);
        return new Known(
                "acme",
                "c-1",
                List.of(new Stretch(START, until, "EUR", 1_000_000, terms)),
                cancelled,
                null,
                Band.RED,
                calls,
                outcomes);
    }

    private static Sum sum(long contracts, long arr) {
        return new Sum(contracts, BigInteger.valueOf(arr));
    }
}
