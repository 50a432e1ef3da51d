package dev.bellwether.ingest.webhook.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What must hold of an item.
 *
 * @param any all conditions of one of these
 */
record When(List<List<Condition>> any) {

    /** Of whatever item. */
    static final When ALWAYS = new When(List.of(List.of()));

    When {
        any = any.stream().map(List::copyOf).toList();
    }

    boolean holds(JsonNode item) {
        return any.stream().anyMatch(all -> all.stream().allMatch(condition -> condition.holds(item)));
    }
}
