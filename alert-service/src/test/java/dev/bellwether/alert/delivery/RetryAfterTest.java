package dev.bellwether.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-10-21T07:27:00Z"));

    @ParameterizedTest(name = "{0}: {1}, answered at {2} by its own clock")
    @CsvSource(nullValues = "-", textBlock = """
            seconds stay seconds            | 120                           | -                             | 120
            a date, by the other's clock    | Wed, 21 Oct 2026 09:00:30 GMT | Wed, 21 Oct 2026 09:00:00 GMT | 30
            a date, by ours                 | Wed, 21 Oct 2026 07:28:00 GMT | -                             | 60
            a date that makes no sense      | Wed, 21 Oct 2026 07:28:00 GMT | today                         | 60
            a date that is over             | Wed, 21 Oct 2026 07:26:00 GMT | -                             | 0
            words                           | soon                          | -                             | soon
            nothing                         | -                             | Wed, 21 Oct 2026 09:00:00 GMT | -
            """, delimiter = '|')
    void a_pause_is_read_in_either_form(
            String name, @Nullable String retryAfter, @Nullable String date, @Nullable String seconds) {
        assertThat(RetryAfter.inSeconds(retryAfter, date, CLOCK)).isEqualTo(seconds);
    }
}
