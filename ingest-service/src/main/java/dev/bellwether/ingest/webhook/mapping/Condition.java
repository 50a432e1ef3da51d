package dev.bellwether.ingest.webhook.mapping;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;

/**
 * What must hold of one place of an item.
 *
 * @param any texts, in lower case, of which one must stand there; one that ends with {@code *} is a beginning
 * @param absent whether nothing may stand there as well
 * @param negated whether all of this must not hold
 */
record Condition(JsonPointer place, List<String> any, boolean absent, boolean negated) {

    Condition {
        any = List.copyOf(any);
    }

    boolean holds(JsonNode item) {
        return negated != matches(item.at(place));
    }

    private boolean matches(JsonNode value) {
        if (!Expression.isPresent(value)) {
            return absent;
        }
        String text = value.isContainerNode() ? "" : value.asText().toLowerCase(Locale.ROOT);
        return any.stream()
                .anyMatch(one ->
                        one.endsWith("*") ? text.startsWith(one.substring(0, one.length() - 1)) : text.equals(one));
    }
}
