package dev.bellwether.benchmarks.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkloadTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-31");
    private static final Workload WORKLOAD = new Workload(300_000, TODAY);

    @Test
    void the_same_size_and_day_give_the_same_events() {
        assertThat(WORKLOAD.use(123_456)).isEqualTo(new Workload(300_000, TODAY).use(123_456));
    }

    @Test
    void events_come_in_order_from_the_thirtieth_day_before_today_until_yesterday() {
        Instant begin = LocalDate.parse("2026-03-01").atStartOfDay().toInstant(ZoneOffset.UTC);
        Instant end = TODAY.atStartOfDay().toInstant(ZoneOffset.UTC);

        assertThat(IntStream.range(0, WORKLOAD.events())
                        .mapToObj(i -> WORKLOAD.use(i).at()))
                .isSorted()
                .allMatch(at -> !at.isBefore(begin) && at.isBefore(end));
    }

    @Test
    void every_feature_is_used() {
        assertThat(IntStream.range(0, WORKLOAD.events())
                        .map(i -> WORKLOAD.use(i).feature())
                        .distinct()
                        .sorted()
                        .toArray())
                .containsExactly(0, 1, 2, 3, 4, 5);
    }

    @Test
    void about_one_event_in_thirty_shows_a_user_for_the_first_time_that_day() {
        Expectation expected = Expectation.of(new Workload(3_000_000, TODAY), TODAY);

        assertThat(expected.userDays() / 3_000_000.0).isBetween(0.03, 0.035);
        assertThat(new Workload(3_000_000, TODAY).usersPerAccount()).isEqualTo(100);
    }

    @Test
    void every_account_has_uses_and_some_users_this_week() {
        Expectation expected = Expectation.of(WORKLOAD, TODAY);

        assertThat(expected.uses().values()).hasSize(Workload.ACCOUNTS).allMatch(uses -> uses > 100);
        assertThat(expected.uses().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(300_000);
        assertThat(expected.wau().values()).hasSize(Workload.ACCOUNTS).allMatch(wau -> wau >= 1 && wau <= 10);
    }

    @Test
    void a_value_is_json_of_about_330_bytes() throws IOException {
        byte[] value = Wire.value(WORKLOAD.use(77_777));
        JsonNode json = new ObjectMapper().readTree(value);

        assertThat(value.length).isBetween(320, 345);
        assertThat(json.required("userId").asText()).startsWith("user-");
        assertThat(json.required("quantity").asInt()).isEqualTo(1);
    }
}
