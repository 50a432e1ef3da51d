package dev.bellwether.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1970-01-01T00:00:00Z", "1969-12-31T23:59:59.999Z", "0000-01-01T00:00:00Z",
                        "9999-12-31T23:59:59.999999999Z",
                "-0001-12-31T23:59:59Z", "+10000-01-01T00:00:00Z", "2024-02-29T12:00:00.100Z",
                        "2026-03-31T09:30:00.000100Z",
                "2026-03-31T09:30:00.000000001Z", "-1000000000-01-01T00:00:00Z", "+1000000000-12-31T23:59:59.999999999Z"
            })
    void is_the_text_of_the_instant(String text) {
        assertThat(InstantText.of(Instant.parse(text))).isEqualTo(text);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void of_any(long seed) {
        Random random = new Random(seed);
        int[] units = {1, 1_000, 1_000_000, 1_000_000_000};
        for (int i = 0; i < 20_000; i++) {
            int unit = units[random.nextInt(units.length)];
            int nanos = unit == 1_000_000_000 ? 0 : random.nextInt(1_000_000_000 / unit) * unit;
            Instant instant = Instant.ofEpochSecond(random.nextLong(-80_000_000_000L, 300_000_000_000L), nanos);

            assertThat(InstantText.of(instant)).isEqualTo(instant.toString());
        }
    }
}
