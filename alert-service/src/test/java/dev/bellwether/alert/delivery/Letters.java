package dev.bellwether.alert.delivery;

import dev.bellwether.alert.message.Content;
import dev.bellwether.alert.message.Recipient;
import dev.bellwether.alert.message.Trouble;
import dev.bellwether.alert.policy.Channel;
import dev.bellwether.alert.store.Transactions;
import dev.bellwether.alert.testing.TestClock;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Messages that wait, on a channel of which the service under test has no courier. */
@Unremovable
@ApplicationScoped
public class Letters {

    static final Channel CHANNEL = Channel.TEAMS;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Transactions transactions;
    private final TestClock clock;

    Letters(Transactions transactions, TestClock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Queues one to an address, in a lane of its own. */
    void write(String address) {
        String person = UUID.randomUUID() + "@example.com";
        write(
                address,
                Telling.ofPerson(UUID.randomUUID(), person, clock.instant()),
                new Trouble("a test", false, clock.instant()));
    }

    void write(String address, Telling telling, Content content) {
        Recipient recipient = Recipient.person("ann@example.com").at(address);
        transactions
                .in(session -> Threads.load(session, List.of())
                        .invoke(threads -> threads.tell(telling, CHANNEL, recipient, "it is yours", content))
                        .chain(threads -> threads.save(session)))
                .await()
                .atMost(PATIENCE);
    }
}
