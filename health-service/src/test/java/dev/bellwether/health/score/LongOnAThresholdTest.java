package dev.bellwether.health.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.bellwether.contracts.InvoiceChanged;
import dev.bellwether.contracts.InvoiceStatus;
import dev.bellwether.contracts.Occurrence;
import dev.bellwether.health.score.feed.Outages;
import dev.bellwether.health.score.memory.AccountMemory;
import dev.bellwether.health.score.memory.Settings;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** An invoice long overdue keeps a score at 40.00 exactly, where the band is that of the day before. */
class LongOnAThresholdTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-01");
    private static final LocalDate DUE = TODAY.minusDays(390);
    private static final int USERS = 100_000;

    private final AccountMemory memory = new AccountMemory(Settings.in(ZoneOffset.UTC));

    @Test
    void the_band_of_a_large_account_is_found_in_seconds_and_then_at_once() {
        overdue();
        Random random = new Random(1);
        for (int use = 0; use < USERS * 8; use++) {
            long day = TODAY.minusDays(random.nextInt(395)).toEpochDay();
            memory.use(random.nextInt(USERS), 1, day, BigDecimal.ONE);
        }
        BandTrail trail = new BandTrail();
        long begun = System.nanoTime();
        Past.Day last = past(new BandTrail()).between(DUE, TODAY).getLast();
        Duration wholeYear = Duration.ofNanos(System.nanoTime() - begun);

        // a pass over all users for each day would take some thirty times as long
        Past.Day found = assertTimeoutPreemptively(
                wholeYear.multipliedBy(8), () -> past(trail).at(TODAY));

        assertThat(found.health().score()).isEqualByComparingTo("40");
        assertThat(found.band()).isEqualTo(last.band());
        assertThat(trail.days()).isPositive();
    }

    private Past past(BandTrail trail) {
        return new Past(memory, Model.defaultModel(), new Outages(List.of()), trail);
    }

    private void overdue() {
        Occurrence said = new Occurrence("said", "acme", DUE.atStartOfDay().toInstant(ZoneOffset.UTC));
        memory.learn(new InvoiceChanged(said, "in-1", 100L, "EUR", null, DUE, InvoiceStatus.OPEN, null));
    }
}
