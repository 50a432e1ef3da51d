package dev.bellwether.health.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.contracts.ContractChanged;
import dev.bellwether.contracts.Fact;
import dev.bellwether.contracts.Occurrence;
import dev.bellwether.contracts.PaymentFailed;
import dev.bellwether.contracts.UsageRecorded;
import dev.bellwether.health.score.feed.Feed;
import dev.bellwether.health.score.memory.BusinessDays;
import dev.bellwether.health.store.Changes.ArrivalRow;
import dev.bellwether.health.store.Changes.LateRow;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HearingTest {

    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
    private static final Instant NOW = NOON.plusSeconds(3_600);
    private static final LocalDate YESTERDAY = LocalDate.parse("2026-03-09");

    private final Hearing hearing = new Hearing();
    private final List<ArrivalRow> heard = new ArrayList<>();
    private final List<LateRow> late = new ArrayList<>();

    @Test
    void each_minute_of_each_feed_is_noted_once() {
        note(accepted(usage(NOON), NOON), accepted(usage(NOON), NOON.plusSeconds(59)));
        note(accepted(usage(NOON), NOON.plusSeconds(61)), accepted(usage(NOON), NOON.plusSeconds(30)));
        note(accepted(payment(NOON), NOON.plusSeconds(30)));

        assertThat(heard)
                .containsExactly(
                        new ArrivalRow(Feed.USAGE, NOON),
                        new ArrivalRow(Feed.USAGE, NOON.plusSeconds(60)),
                        new ArrivalRow(Feed.BILLING, NOON));
        assertThat(late).isEmpty();
    }

    @Test
    void what_figures_leave_out_was_heard_as_well_and_nothing_is_heard_in_the_future() {
        note(
                new Arrival.Ignored(usage(NOON), 0, NOON.toEpochMilli()),
                accepted(payment(NOON), NOON.plus(Duration.ofDays(400))));

        assertThat(heard)
                .containsExactly(
                        new ArrivalRow(Feed.USAGE, NOON), new ArrivalRow(Feed.BILLING, NOON.plusSeconds(3_600)));
    }

    @Test
    void facts_of_an_earlier_day_are_late_and_noted_again_when_ten_minutes_have_passed() {
        Instant yesterday = NOON.minus(Duration.ofHours(20));
        note(accepted(usage(yesterday), NOON), accepted(usage(yesterday), NOON.plusSeconds(300)));
        note(accepted(usage(yesterday), NOON.plusSeconds(600)));

        assertThat(late)
                .containsExactly(
                        new LateRow(Feed.USAGE, YESTERDAY, NOON),
                        new LateRow(Feed.USAGE, YESTERDAY, NOON.plusSeconds(600)));
    }

    @Test
    void what_was_on_its_way_over_midnight_and_what_describes_customers_is_not_late() {
        Instant midnight = Instant.parse("2026-03-10T00:00:00Z");
        note(accepted(usage(midnight.minusSeconds(5)), midnight.plusSeconds(5)));
        note(accepted(usage(NOON.minus(Duration.ofHours(9))), NOON));
        note(accepted(contract(NOON.minus(Duration.ofDays(900))), NOON));

        assertThat(late).isEmpty();
    }

    private void note(Arrival.Understood... arrivals) {
        for (Arrival.Understood arrival : arrivals) {
            hearing.heard(arrival, NOW);
            hearing.learnt(arrival, NOW, new BusinessDays(ZoneOffset.UTC));
        }
        hearing.drain(heard::add, late::add);
    }

    private static Arrival.Understood accepted(Fact fact, Instant at) {
        return fact instanceof UsageRecorded usage
                ? new Arrival.Used("acme", 0, 1, 2, 3, usage.quantity(), usage.occurredAt(), at.toEpochMilli())
                : new Arrival.Learnt(fact, 0, at.toEpochMilli());
    }

    private static UsageRecorded usage(Instant at) {
        return new UsageRecorded(occurred(at), "ann", "export", BigDecimal.ONE);
    }

    private static Fact payment(Instant at) {
        return new PaymentFailed(occurred(at), "in-1", null);
    }

    private static Fact contract(Instant at) {
        return new ContractChanged(occurred(at), "c-1", null, null, null, null, null, null, null, null, null);
    }

    private static Occurrence occurred(Instant at) {
        return new Occurrence("event", "acme", at);
    }
}
