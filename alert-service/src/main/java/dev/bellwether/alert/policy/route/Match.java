package dev.bellwether.alert.policy.route;

import dev.bellwether.contracts.Severity;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a route is for; an empty set matches everything. */
public record Match(Set<Severity> severities, Set<String> kinds, Set<String> segments, Set<String> accounts) {

    public static final Match EVERYTHING = new Match(Set.of(), Set.of(), Set.of(), Set.of());

    public Match {
        severities = Set.copyOf(severities);
        kinds = Set.copyOf(kinds);
        segments = Set.copyOf(segments);
        accounts = Set.copyOf(accounts);
    }

    /** Why it does not match, in words; empty when it does. */
    public Optional<String> unlike(Traits traits) {
        if (!severities.isEmpty() && !severities.contains(traits.severity())) {
            return Optional.of("severity is " + traits.severity().json());
        }
        if (!kinds.isEmpty() && !kinds.contains(traits.kind())) {
            return Optional.of("kind is " + traits.kind());
        }
        if (!accounts.isEmpty() && !accounts.contains(traits.account())) {
            return Optional.of("account is " + traits.account());
        }
        String segment = traits.segment().orElse("");
        return segments.isEmpty() || segments.stream().anyMatch(segment::equalsIgnoreCase)
                ? Optional.empty()
                : Optional.of(
                        segment.isEmpty() ? "no segment is known" : "segment is " + segment.toLowerCase(Locale.ROOT));
    }
}
