package dev.bellwether.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PlacesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Circuit.Limits LIMITS = new Circuit.Limits(3, Duration.ofSeconds(30));
    private static final Outcome FAILED = new Outcome.Postponed("HTTP 503", Duration.ZERO);
    private static final Outcome SENT = new Outcome.Sent();
    private static final Duration PACE = Duration.ofSeconds(1);

    private final Places rooms = new Places(LIMITS, true, PACE, 4);
    private final Places door = new Places(LIMITS, false, Duration.ZERO, 4);

    @Test
    void a_room_takes_one_message_at_a_time_and_the_next_a_second_after_the_answer() {
        rooms.begin("C1");
        assertThat(rooms.room("C1", NOW)).isZero();
        assertThat(rooms.room("C2", NOW)).isEqualTo(1);

        rooms.end("C1", SENT, NOW);

        assertThat(rooms.room("C1", NOW.plusMillis(999))).isZero();
        assertThat(rooms.rest(NOW.plusMillis(900), PACE)).isEqualTo(Duration.ofMillis(100));
        assertThat(rooms.room("C1", NOW.plus(PACE))).isEqualTo(1);
        assertThat(rooms.resting(NOW)).containsExactly("C1");
    }

    @Test
    void a_room_that_fails_is_left_alone_and_stops_no_other() {
        failThreeTimes(rooms, "C1");
        Instant open = NOW.plusSeconds(20);

        assertThat(rooms.room("C1", open)).isZero();
        assertThat(rooms.room("C2", open)).isEqualTo(1);
        assertThat(rooms.state(open)).isEqualTo(Circuit.State.OPEN);
        assertThat(rooms.room("C1", NOW.plusSeconds(60))).isEqualTo(1);
    }

    @Test
    void a_room_that_is_busy_pauses_alone() {
        rooms.begin("C1");
        rooms.end("C1", new Outcome.Throttled("HTTP 429", Duration.ofSeconds(7)), NOW);

        assertThat(rooms.room("C1", NOW.plusSeconds(6))).isZero();
        assertThat(rooms.room("C2", NOW.plusSeconds(6))).isEqualTo(1);
        assertThat(rooms.room("C1", NOW.plusSeconds(7))).isEqualTo(1);
    }

    @Test
    void what_goes_through_one_door_shares_its_circuit_and_finds_out_with_one_message() {
        failThreeTimes(door, "ann@example.com");
        assertThat(door.allRest(NOW.plusSeconds(20))).isTrue();

        Instant later = NOW.plusSeconds(60);
        assertThat(door.room("bob@example.com", later)).isEqualTo(1);
        door.begin("bob@example.com");
        assertThat(door.room("ann@example.com", later)).isZero();
        door.end("bob@example.com", SENT, later);
        assertThat(door.room("ann@example.com", later)).isEqualTo(4);
    }

    @Test
    void a_clock_that_is_set_back_leaves_nothing_resting_until_it_has_caught_up() {
        failThreeTimes(rooms, "C1");
        rooms.begin("C2");
        rooms.end("C2", SENT, NOW);

        Instant before = NOW.minus(Duration.ofHours(1));
        assertThat(rooms.room("C1", before)).isEqualTo(1);
        assertThat(rooms.room("C2", before)).isEqualTo(1);
    }

    private static void failThreeTimes(Places places, String address) {
        for (int i = 0; i < 3; i++) {
            places.begin(address);
            places.end(address, FAILED, NOW.plusSeconds(2L * i));
        }
    }
}
