package dev.bellwether.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.alert.message.AlertMessage;
import dev.bellwether.alert.message.Content;
import dev.bellwether.alert.message.FollowUp;
import dev.bellwether.alert.message.Group;
import dev.bellwether.alert.message.Item;
import dev.bellwether.alert.message.Update;
import dev.bellwether.alert.testing.AnAccount;
import dev.bellwether.alert.testing.Database;
import dev.bellwether.alert.testing.Surroundings;
import dev.bellwether.alert.testing.TestClock;
import dev.bellwether.contracts.Severity;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What waits for one place that takes one message at a time. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class UrgencyTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String room = "room-" + UUID.randomUUID();

    @Inject
    Letters letters;

    @Inject
    Queue queue;

    @Inject
    TestClock clock;

    @Inject
    Database database;

    @BeforeEach
    void nobodyElsesMessagesWait() {
        database.run("update delivery set status = 'cancelled' where channel = 'teams' and status = 'due'");
    }

    @Test
    void what_is_critical_leaves_first_then_what_is_aloud_then_what_only_shows_something_anew() {
        write("one", 1, new Update(group(Severity.CRITICAL)));
        write("two", 2, new AlertMessage(group(Severity.HIGH)));
        write("three", 3, new AlertMessage(group(Severity.CRITICAL)));
        write("four", 4, new AlertMessage(group(Severity.LOW)));

        assertThat(inOrder()).containsExactly(3, 2, 4, 1);
    }

    @Test
    void what_stands_before_something_critical_of_its_account_leaves_first_with_it() {
        write("one", 1, new AlertMessage(group(Severity.HIGH)));
        write("two", 2, new Update(group(Severity.LOW)));
        write("two", 3, new AlertMessage(group(Severity.LOW)));
        write("three", 4, new Update(group(Severity.LOW)));
        Group worse = group(Severity.CRITICAL);
        write("two", 5, new FollowUp(worse, Set.of(worse.items().getFirst().alert()), FollowUp.Cause.WORSE));
        write("two", 6, new AlertMessage(group(Severity.LOW)));

        assertThat(inOrder()).containsExactly(2, 3, 5, 1, 6, 4);
    }

    @Test
    void what_stands_before_a_summary_that_something_critical_follows_leaves_first_with_it() {
        UUID summary = UUID.randomUUID();
        Group worse = group(Severity.CRITICAL);
        write("one", 1, new AlertMessage(group(Severity.HIGH)));
        write("person", 2, new AlertMessage(group(Severity.LOW)));
        letters.write(room, telling(summary, "person", 3, Set.of()), new AlertMessage(group(Severity.LOW)));
        letters.write(room, telling(UUID.randomUUID(), "two", 4, Set.of(summary)), new AlertMessage(worse));

        assertThat(inOrder()).containsExactly(2, 3, 4, 1);
    }

    private void write(String account, int revision, Content content) {
        letters.write(room, telling(UUID.randomUUID(), account, revision, Set.of()), content);
    }

    private Telling telling(UUID thread, String account, int revision, Set<UUID> after) {
        return new Telling(
                thread,
                revision,
                Optional.empty(),
                List.of(),
                "account " + account + " " + room,
                after,
                clock.instant());
    }

    private static Group group(Severity severity) {
        AnAccount account = AnAccount.named("Urgent");
        return new Group(
                account.id(),
                List.of(new Item(UUID.randomUUID(), severity, "open", null, account.latePayment("f1", 0))));
    }

    private List<Integer> inOrder() {
        List<Integer> revisions = new ArrayList<>();
        List<Due> next = next();
        while (!next.isEmpty()) {
            for (Due due : next) {
                revisions.add(due.message().revision());
                queue.settle(due, new Outcome.Sent(), new Backoff.Next.Done(""))
                        .await()
                        .atMost(PATIENCE);
            }
            next = next();
        }
        return revisions;
    }

    private List<Due> next() {
        var places = new Places(new Circuit.Limits(5, Duration.ofSeconds(30)), true, Duration.ZERO, 1);
        return queue.claim(Letters.CHANNEL, 1, places, Set.of()).await().atMost(PATIENCE);
    }
}
