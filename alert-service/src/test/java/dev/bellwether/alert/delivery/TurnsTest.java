package dev.bellwether.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.alert.testing.Database;
import dev.bellwether.alert.testing.Surroundings;
import dev.bellwether.alert.testing.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two processes that write to the same places, on a channel of which the service under test has no courier. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class TurnsTest {

    private static final Duration PACE = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MOST = 100;

    private final String room = "room-" + UUID.randomUUID();
    private final Places one = places();
    private final Places other = places();

    @Inject
    Queue queue;

    @Inject
    Letters letters;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    @AfterEach
    void now() {
        clock.setRight();
    }

    @Test
    void a_place_gets_one_message_at_a_time_whoever_sends_it() {
        letters.write(room);
        letters.write(room);

        assertThat(claimedBy(one, room)).hasSize(1);
        assertThat(claimedBy(other, room)).isEmpty();
        aWhilePasses();
        assertThat(claimedBy(other, room)).hasSize(1);
    }

    @Test
    void a_place_does_not_wait_for_another() {
        letters.write(room);
        assertThat(claimedBy(one, room)).hasSize(1);
        String next = room + "-next";
        letters.write(next);

        assertThat(claimedBy(other, next)).hasSize(1);
    }

    @Test
    void a_clock_that_is_ahead_takes_no_turn_and_no_message_that_another_has() {
        letters.write(room);
        letters.write(room);
        assertThat(claimedBy(one, room)).hasSize(1);
        clock.jump(Duration.ofHours(2));
        assertThat(claimedBy(other, room)).isEmpty();
        aWhilePasses();

        assertThat(claimedBy(other, room)).hasSize(1);
        aWhilePasses();
        assertThat(claimedBy(places(), room)).isEmpty();
    }

    @Test
    void a_turn_that_lies_too_far_ahead_does_not_hold_up_a_place() {
        letters.write(room);
        assertThat(claimedBy(one, room)).hasSize(1);
        database.run("update turn set next_at = next_at + interval '2 hours' where place = ?", room);
        letters.write(room);

        assertThat(claimedBy(other, room)).hasSize(1);
    }

    @Test
    void a_place_that_asked_for_a_pause_gets_it_from_every_process_and_after_a_restart() {
        letters.write(room);
        letters.write(room + "-next");
        pause(room, Duration.ofHours(2));
        pause(room, Duration.ofMinutes(1));
        database.run("update turn set paused_until = paused_until - interval '1 hour' where place = ?", room);

        assertThat(claimedBy(places(), room + "-next")).hasSize(1);
        assertThat(claimedBy(places(), room)).isEmpty();
        database.run("update turn set paused_until = now() where place = ?", room);
        assertThat(claimedBy(places(), room)).hasSize(1);
    }

    @Test
    void a_pause_of_a_clock_that_was_set_back_holds_up_nobody() {
        letters.write(room);
        pause(room, Duration.ofMinutes(5));
        database.run("update turn set paused_from = paused_from + interval '1 hour' where place = ?", room);

        assertThat(claimedBy(places(), room)).hasSize(1);
    }

    private void pause(String place, Duration pause) {
        queue.pause(Letters.CHANNEL, place, pause).await().atMost(PATIENCE);
    }

    private void aWhilePasses() {
        database.run("update turn set next_at = now() where place = ?", room);
    }

    private static Places places() {
        return new Places(new Circuit.Limits(5, Duration.ofSeconds(30)), true, PACE, MOST);
    }

    private List<Due> claimedBy(Places process, String address) {
        return queue.claim(Letters.CHANNEL, MOST, process, Set.of()).await().atMost(PATIENCE).stream()
                .filter(due -> due.address().equals(address))
                .toList();
    }
}
