package dev.bellwether.health.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.contracts.AccountSnapshot;
import dev.bellwether.contracts.Band;
import dev.bellwether.health.store.Remembered.DayEnd;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RememberedTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-31");
    private static final LocalDate YESTERDAY = TODAY.minusDays(1);
    private static final Instant SINCE = Instant.parse("2026-03-31T12:00:00Z");
    private static final long MARK = 7;

    @ParameterizedTest(name = "told {0}, yesterday ended {1} before late facts came and ends {2} with them: {3}")
    @CsvSource({
        "RED, YELLOW, YELLOW, RED",
        "YELLOW, RED, RED, YELLOW",
        "UNKNOWN, RED, RED, UNKNOWN",
        "RED, YELLOW, GREEN, GREEN",
        "YELLOW, YELLOW, RED, RED",
        "UNKNOWN, RED, YELLOW, YELLOW",
        "RED, , YELLOW, YELLOW"
    })
    void late_facts_count_when_they_give_yesterday_another_band(
            Band told, @Nullable Band before, Band ends, Band band) {
        DayEnd then = before == null ? null : new DayEnd(YESTERDAY, before);
        Remembered remembered = new Remembered(snapshot(told), MARK, SINCE, then);

        assertThat(remembered.previous(TODAY, MARK, day -> ended(day, ends))).isEqualTo(band);
    }

    @ParameterizedTest(name = "the day before yesterday ends {0}: {1}")
    @CsvSource({"YELLOW, RED", "GREEN, YELLOW"})
    void midnight_between_late_facts_and_their_settling_changes_nothing(Band ends, Band band) {
        LocalDate day = YESTERDAY.minusDays(1);
        Remembered remembered = new Remembered(snapshot(Band.RED), MARK, SINCE, new DayEnd(day, Band.YELLOW));

        assertThat(remembered.previous(TODAY, MARK, asked -> asked.equals(day) ? ends : ended(asked, Band.YELLOW)))
                .isEqualTo(band);
    }

    @ParameterizedTest
    @CsvSource({"RED", "UNKNOWN"})
    void a_settled_account_goes_by_what_was_told_and_asks_for_no_day(Band told) {
        Remembered remembered = new Remembered(snapshot(told), MARK, null, null);

        assertThat(remembered.previous(TODAY, MARK, day -> {
                    throw new AssertionError("asked for " + day);
                }))
                .isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({", ", "2026-03-31T12:00:00Z"})
    void with_other_outages_every_day_may_be_another(@Nullable Instant since) {
        DayEnd before = new DayEnd(YESTERDAY, Band.YELLOW);
        Remembered remembered = new Remembered(snapshot(Band.RED), MARK, since, before);

        assertThat(remembered.previous(TODAY, 8, day -> ended(day, Band.YELLOW)))
                .isEqualTo(Band.YELLOW);
    }

    @Test
    void of_whom_nothing_was_told_the_days_before_tell() {
        assertThat(Remembered.NOTHING.previous(TODAY, 0, day -> ended(day, Band.RED)))
                .isEqualTo(Band.RED);
    }

    private static Band ended(LocalDate day, Band band) {
        assertThat(day).isEqualTo(YESTERDAY);
        return band;
    }

    private static AccountSnapshot snapshot(Band band) {
        return new AccountSnapshot("Acme", null, null, new BigDecimal("41.00"), band);
    }
}
