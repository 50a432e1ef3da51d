package dev.bellwether.health.score.flag;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({"0, Nobody", "1, 1 person", "2, 2 people", "1234, '1,234 people'"})
    void people_are_counted_in_words(int count, String words) {
        assertThat(Wording.people(count)).isEqualTo(words);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({"30, 30", "30.5, 30.5", "3.6666666, 3.7", "0.1111, 0.1", "1234567, '1,234,567'"})
    void numbers_have_at_most_one_decimal(double number, String words) {
        assertThat(Wording.number(number)).isEqualTo(words);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({"0.4, −60 %", "1, ±0 %", "1.049, +5 %", "0, −100 %"})
    void a_change_has_a_sign(double share, String words) {
        assertThat(Wording.change(share)).isEqualTo(words);
    }

    @Test
    void money_has_the_decimals_of_its_currency_and_is_never_added_across_currencies() {
        Map<String, BigDecimal> amounts = new TreeMap<>(Map.of(
                "EUR", BigDecimal.valueOf(1_234_50),
                "JPY", BigDecimal.valueOf(5_000),
                "ZZZ", BigDecimal.valueOf(1_00)));
        assertThat(Wording.money(amounts)).isEqualTo("EUR 1,234.50 and JPY 5,000 and ZZZ 1.00");
    }
}
