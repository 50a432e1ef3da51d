package dev.bellwether.health.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViewsTest {

    private final Views views = new Views(new ObjectMapper());

    @ParameterizedTest
    @ValueSource(strings = {"999999999999.999999", "0.1", "40.00", "-0.000001", "12", "1000000000000", "null"})
    void what_is_kept_is_shown_to_the_last_digit(String number) {
        String kept = "{\"volume7\":" + number + "}";

        assertThat(views.json(views.read(kept))).isEqualTo(kept);
    }
}
