package dev.bellwether.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.alert.message.Recipient;
import dev.bellwether.alert.message.Trouble;
import dev.bellwether.alert.policy.Channel;
import dev.bellwether.alert.store.Transactions;
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
    Transactions transactions;

    @Inject
    TestClock clock;

    @AfterEach
    void now() {
        clock.setRight();
    }

    @Test
    void a_place_gets_one_message_at_a_time_whoever_sends_it() {
        write(room);
        write(room);

        assertThat(claimedBy(one, room)).hasSize(1);
        assertThat(claimedBy(other, room)).isEmpty();
        clock.jump(PACE);
        assertThat(claimedBy(other, room)).hasSize(1);
    }

    @Test
    void a_place_does_not_wait_for_another() {
        write(room);
        assertThat(claimedBy(one, room)).hasSize(1);
        String next = room + "-next";
        write(next);

        assertThat(claimedBy(other, next)).hasSize(1);
    }

    @Test
    void a_clock_that_is_set_back_does_not_hold_up_a_place() {
        clock.jump(Duration.ofHours(2));
        write(room);
        assertThat(claimedBy(one, room)).hasSize(1);
        clock.setRight();
        write(room);

        assertThat(claimedBy(other, room)).hasSize(1);
    }

    private static Places places() {
        return new Places(new Circuit.Limits(5, Duration.ofSeconds(30)), true, PACE, MOST);
    }

    private List<Due> claimedBy(Places process, String address) {
        return queue.claim(Channel.TEAMS, MOST, process, Set.of()).await().atMost(PATIENCE).stream()
                .filter(due -> due.address().equals(address))
                .toList();
    }

    private void write(String address) {
        String person = UUID.randomUUID() + "@example.com";
        Telling telling = Telling.ofPerson(UUID.randomUUID(), person, clock.instant());
        var content = new Trouble("a test", false, clock.instant());
        transactions
                .in(session -> Threads.load(session, List.of())
                        .invoke(threads -> threads.tell(
                                telling, Channel.TEAMS, Recipient.person(person).at(address), "it is yours", content))
                        .chain(threads -> threads.save(session)))
                .await()
                .atMost(PATIENCE);
    }
}
