package dev.bellwether.renewal.past;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProspectsTest {

    @Test
    void rates_are_those_of_currencies_however_they_are_written() {
        assertThat(Prospects.rates(Map.of("jpy", new BigDecimal("0.006"))))
                .containsExactly(Map.entry("JPY", new BigDecimal("0.006")));
    }

    @ParameterizedTest
    @CsvSource({"JPY,0", "JPY,-1", "YEN,0.006"})
    void a_rate_that_makes_no_sense_is_named_at_start(String currency, BigDecimal rate) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Prospects.rates(Map.of(currency, rate)))
                .withMessageContaining("bellwether.renewal.rates." + currency);
    }
}
