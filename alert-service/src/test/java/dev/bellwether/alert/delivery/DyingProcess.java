package dev.bellwether.alert.delivery;

import dev.bellwether.alert.policy.Channel;
import dev.bellwether.alert.store.Transactions;
import io.quarkus.arc.All;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Another process that delivers, and is killed between two steps; then the leases of what it fetched end. */
@Unremovable
@ApplicationScoped
public class DyingProcess {

    private static final String END_LEASES = """
            update delivery set leased_until = clock_timestamp() - interval '1 second' where id in (:ids)
            """;
    private static final int MOST = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<Notifier> notifiers;
    private final Queue queue;
    private final Transactions transactions;

    DyingProcess(@All List<Notifier> notifiers, Queue queue, Transactions transactions) {
        this.notifiers = List.copyOf(notifiers);
        this.queue = queue;
        this.transactions = transactions;
    }

    /** Fetches messages of a channel and dies; answers how many it had. */
    public int fetches(Channel channel) {
        return dead(fetched(notifier(channel)));
    }

    /** Fetches messages of a channel, sends them, and dies before it records that; answers which it had. */
    public List<Sent> sends(Channel channel) {
        Notifier notifier = notifier(channel);
        List<Due> due = fetched(notifier);
        for (Due one : due) {
            notifier.send(one.message())
                    .onFailure()
                    .recoverWithItem(Retryable::failure)
                    .await()
                    .atMost(PATIENCE);
        }
        dead(due);
        return due.stream()
                .map(one -> new Sent(one.message().key(), one.address()))
                .toList();
    }

    /** A message that was sent, and nobody recorded it. */
    public record Sent(String key, String address) {}

    private int dead(List<Due> due) {
        if (!due.isEmpty()) {
            transactions
                    .in(session -> session.createNativeQuery(END_LEASES)
                            .setParameter("ids", due.stream().map(Due::id).toList())
                            .executeUpdate())
                    .await()
                    .atMost(PATIENCE);
        }
        return due.size();
    }

    private List<Due> fetched(Notifier notifier) {
        var limits = new Circuit.Limits(1, Duration.ZERO);
        var places = new Places(limits, notifier.apart(), notifier.pace(), MOST);
        return queue.claim(notifier.channel(), MOST, places, Set.of()).await().atMost(PATIENCE);
    }

    private Notifier notifier(Channel channel) {
        return notifiers.stream()
                .filter(one -> one.channel() == channel)
                .findFirst()
                .orElseThrow();
    }
}
