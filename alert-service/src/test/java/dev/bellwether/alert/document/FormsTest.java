package dev.bellwether.alert.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormsTest {

    @ParameterizedTest
    @ValueSource(strings = {"P400000000000D", "P200000000D", "P90DT1S", "PT0S", "-PT1H", "PT", "soon"})
    void a_duration_with_which_nobody_can_reckon_is_refused(String text) {
        assertThatThrownBy(() -> Forms.duration(text))
                .isInstanceOfAny(IllegalArgumentException.class, DateTimeException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1S", "PT4H", "P90D"})
    void a_duration_of_up_to_ninety_days_is_taken(String text) {
        assertThat(Forms.duration(text)).isEqualTo(Duration.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+300000-01-01T00:00:00Z", "1999-12-31T23:59:59Z", "2100-01-01T00:00:00Z", "tomorrow"})
    void a_moment_of_another_century_is_refused(String text) {
        assertThatThrownBy(() -> Forms.moment(text))
                .isInstanceOfAny(IllegalArgumentException.class, DateTimeException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2000-01-01T00:00:00Z", "2099-12-31T23:59:59Z"})
    void a_moment_of_this_century_is_taken(String text) {
        assertThat(Forms.moment(text)).isEqualTo(Instant.parse(text));
    }
}
