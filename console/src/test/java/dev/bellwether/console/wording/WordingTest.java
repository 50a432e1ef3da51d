package dev.bellwether.console.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4812345 | EUR | €48,123    | €48,123.45",
                "1200000 | JPY | JP¥1,200,000 | JP¥1,200,000",
                "5000    | KWD | KWD 5        | KWD 5.000",
                "99      | GBP | £1           | £0.99",
                "12345   | ABC | ABC 123      | ABC 123.45",
            })
    void money_is_shown_in_its_currency(BigDecimal minorUnits, String currency, String rounded, String exact) {
        assertThat(Money.rounded(minorUnits, currency).replace('\u00a0', ' ')).isEqualTo(rounded);
        assertThat(Money.exact(minorUnits, currency).replace('\u00a0', ' ')).isEqualTo(exact);
    }

    @ParameterizedTest
    @CsvSource({
        "0,    down, ↓, −100 %",
        "0.38, down, ↓, −62 %",
        "0.9,  down, ↓, −10 %",
        "0.93, flat, →, −7 %",
        "1,    flat, →, ±0 %",
        "1.04, flat, →, +4 %",
        "1.25, up,   ↑, +25 %",
        "12,   up,   ↑, '+1,100 %'",
    })
    void a_trend_has_an_arrow_and_a_figure(BigDecimal share, String key, String arrow, String figure) {
        Trend trend = Trend.of(share);

        assertThat(trend.key()).isEqualTo(key);
        assertThat(trend.arrow()).isEqualTo(arrow);
        assertThat(trend.figure()).isEqualTo(figure);
    }

    @Test
    void a_missing_trend_is_not_a_flat_one() {
        assertThat(Trend.of(null).words()).isEqualTo("no usual level yet");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-14, today",
        "2026-03-15, tomorrow",
        "2026-04-06, in 23 days",
        "2026-03-13, yesterday",
        "2026-03-09, 5 days ago"
    })
    void a_day_is_told_from_today(LocalDate day, String words) {
        assertThat(Days.fromToday(LocalDate.parse("2026-03-14"), day)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "seatUtilisation, Seat utilisation",
        "USAGE_DROP, Usage drop",
        "features28, Features 28",
        "silent-28-days, Silent 28 days",
        "'', ''"
    })
    void names_of_programs_become_words(String name, String words) {
        assertThat(Names.inWords(name)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "grace.hopper@example.com, Grace Hopper",
        "ops@example.com, Ops",
        "42@example.com, 42@example.com",
        "Team North, Team North",
        "@x, @x"
    })
    void people_are_called_by_name(String email, String name) {
        assertThat(Names.ofPerson(email)).isEqualTo(name);
    }

    @Test
    void a_flag_of_a_later_version_is_still_readable() {
        assertThat(FlagKind.inWords("LATE_PAYMENT")).isEqualTo("Late payment");
        assertThat(FlagKind.inWords("CONTRACT_DISPUTED")).isEqualTo("Contract disputed");
    }

    @ParameterizedTest
    @CsvSource({"1234.5, '1,234.5'", "0.001, less than 0.01", "0, 0", "-3, −3", "7.00, 7"})
    void numbers_are_short_and_nothing_reads_as_zero_that_is_not(BigDecimal value, String words) {
        assertThat(Numbers.plain(value)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "usage-trend  | 0.62 | Weekly users are at 62 % of the usual number: 12 this week, 19.5 usually.",
                "adoption     | 0.41 | 41 % of the seats were used within 28 days.",
                "recency      | 0    | Used today.",
                "recency      | 1    | Last used yesterday.",
                "recency      | 9    | Last used 9 days ago.",
                "payments     | 0    | Nothing is overdue.",
                "payments     | 1    | The oldest unpaid invoice is 1 day past due.",
                "support-load | 2.34 | 10 tickets opened in 7 days; about 3.67 a week are usual.",
                "sentiment    | 61.7 | Surveys and mentions stand at 62 of 100.",
                "pulse        | 4    | The success manager’s own opinion is 4 of 5.",
                "home-made    | 3.25 | The figure is 3.25.",
            })
    void a_signal_says_what_it_saw(String signal, BigDecimal figure, String sentence) {
        Map<String, String> figures = Map.of("wau", "12", "baseline", "19.5", "opened7", "10", "ticketRate", "3.66667");
        SignalWords words =
                new SignalWords(name -> Optional.ofNullable(figures.get(name)).map(BigDecimal::new));

        assertThat(words.sentence(signal, figure)).isEqualTo(sentence);
    }
}
