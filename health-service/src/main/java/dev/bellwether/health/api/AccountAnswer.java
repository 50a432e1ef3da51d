package dev.bellwether.health.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One account. See {@link AccountView} for what profile, health and figures hold.
 *
 * @param flags the open ones; of a past day, those that were open at its end
 * @param override a customer success manager's own score beside the computed one; null while there is none
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record AccountAnswer(
        String id,
        JsonNode profile,
        JsonNode health,
        JsonNode figures,
        List<FlagView> flags,
        @Nullable JsonNode override) {

    static AccountAnswer of(JsonNode document, List<FlagView> flags) {
        return new AccountAnswer(
                document.get("id").asText(),
                document.get("profile"),
                document.get("health"),
                document.get("figures"),
                flags,
                null);
    }
}
