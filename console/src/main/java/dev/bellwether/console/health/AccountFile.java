package dev.bellwether.console.health;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Everything health-service tells about one account.
 *
 * @param profile who it is, by names of its own
 * @param figures what was measured, by the names of the score's documentation
 * @param override a person's opinion that stands beside the computed score
 */
public record AccountFile(
        String id,
        JsonNode profile,
        @Nullable AccountHealth health,
        JsonNode figures,
        List<OpenFlag> flags,
        JsonNode override) {

    public AccountFile {
        profile = Objects.requireNonNullElse(profile, MissingNode.getInstance());
        figures = Objects.requireNonNullElse(figures, MissingNode.getInstance());
        flags = flags == null ? List.of() : List.copyOf(flags);
        override = Objects.requireNonNullElse(override, MissingNode.getInstance());
    }
}
