package dev.bellwether.system.wrong.pure;

import com.fasterxml.jackson.databind.JsonNode;

/** Wrong on purpose: what came over the wire was read long before anything is decided. */
public final class ReadsJson {

    public int score(JsonNode facts) {
        return facts.size();
    }
}
