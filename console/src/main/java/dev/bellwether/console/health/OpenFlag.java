package dev.bellwether.console.health;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that was noticed and still holds.
 *
 * @param kind its name in capitals; there may be kinds this console does not know yet
 * @param severityKey how bad it is, by name
 * @param sentence what happened, for people
 */
public record OpenFlag(
        String kind,
        @JsonProperty("severity") String severityKey,
        String sentence,
        @Nullable Instant raisedAt) {

    /** The worst first, and of equally bad ones the newest. */
    public static final Comparator<OpenFlag> WORST_FIRST = Comparator.comparing(OpenFlag::severity)
            .reversed()
            .thenComparing(OpenFlag::raised, Comparator.reverseOrder())
            .thenComparing(OpenFlag::kind);

    public OpenFlag {
        kind = Objects.requireNonNullElse(kind, "");
        severityKey = Objects.requireNonNullElse(severityKey, "");
        sentence = Objects.requireNonNullElse(sentence, "");
    }

    /** How bad it is. */
    public Severity severity() {
        return Severity.named(severityKey);
    }

    private Instant raised() {
        return raisedAt == null ? Instant.MIN : raisedAt;
    }
}
