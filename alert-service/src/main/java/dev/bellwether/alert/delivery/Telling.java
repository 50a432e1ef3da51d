package dev.bellwether.alert.delivery;

import dev.bellwether.alert.policy.Alert;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What several messages that say the same have in common.
 *
 * @param revision within the thread, from 1
 * @param alert that they are about in the first place; empty for what is about many accounts
 * @param matters the names of all that they are about
 * @param lane what shares it, and the address, is sent in order
 * @param after threads of which nothing that waits for the same address is overtaken, besides what shares the lane
 * @param now when they are queued, and due
 */
public record Telling(
        UUID thread,
        int revision,
        Optional<Alert> alert,
        List<String> matters,
        String lane,
        Set<UUID> after,
        Instant now) {

    public Telling {
        matters = List.copyOf(matters);
        after = Set.copyOf(after);
    }

    /** About one account. */
    public static Telling ofAccount(UUID thread, int revision, Collection<Alert> alerts, Instant now) {
        Alert lead = alerts.iterator().next();
        List<String> matters = alerts.stream()
                .map(alert -> alert.episode().matter().name())
                .distinct()
                .toList();
        String lane = "account " + lead.episode().matter().accountId();
        return new Telling(thread, revision, Optional.of(lead), matters, lane, Set.of(), now);
    }

    /** About many accounts of one person; a thread of its own. */
    public static Telling ofPerson(UUID thread, String email, Instant now) {
        return shownAnew(thread, 1, email, now);
    }

    /** The same, once more. */
    static Telling shownAnew(UUID thread, int revision, String email, Instant now) {
        return new Telling(thread, revision, Optional.empty(), List.of(), "person " + email, Set.of(), now);
    }

    /** The same, overtaking nothing that waits of these threads. */
    public Telling after(Set<UUID> threads) {
        return new Telling(thread, revision, alert, matters, lane, threads, now);
    }
}
