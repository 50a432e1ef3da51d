package dev.bellwether.alert.policy;

import dev.bellwether.alert.policy.route.Traits;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody's wish not to be told for a while. What it holds back is decided again at its end.
 *
 * @param target what is not told; a target without any condition is maintenance: nothing is sent
 * @param from when it begins
 */
public record Silence(UUID id, Target target, Instant from, End end, String by, String reason) {

    /** What a silence is about: everything that meets all the conditions given. */
    public record Target(
            Optional<String> account, Optional<String> segment, Optional<String> kind, Optional<String> person) {

        public boolean everything() {
            return account.isEmpty() && segment.isEmpty() && kind.isEmpty() && person.isEmpty();
        }

        private boolean holds(Traits traits, String told) {
            return account.map(traits.account()::equals).orElse(true)
                    && segment.map(one -> one.equalsIgnoreCase(traits.segment().orElse("")))
                            .orElse(true)
                    && kind.map(traits.kind()::equals).orElse(true)
                    && person.map(told::equalsIgnoreCase).orElse(true);
        }
    }

    /** When a silence ends. */
    public sealed interface End {

        record At(Instant until) implements End {}

        /** When a flag of that kind clears at the account. */
        record WhenCleared(String kind) implements End {}

        /** When the account is green again. */
        record WhenRecovered() implements End {}
    }

    /** Whether it holds back what has these traits and would be told to that person. */
    public boolean covers(Traits traits, String person, Instant now) {
        return !now.isBefore(from)
                && target.holds(traits, person)
                && until().map(now::isBefore).orElse(true);
    }

    /** The time of its end; empty when an event ends it. */
    public Optional<Instant> until() {
        return switch (end) {
            case End.At at -> Optional.of(at.until());
            case End.WhenCleared cleared -> Optional.empty();
            case End.WhenRecovered recovered -> Optional.empty();
        };
    }
}
