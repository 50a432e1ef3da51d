package dev.bellwether.ingest.webhook.mapping;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.contracts.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What is wrong with a mapping, found in one pass, and what stands in for it until the pass ends. */
final class Problems {

    private final List<Problem> found = new ArrayList<>();

    List<Problem> found() {
        return found;
    }

    void add(String pointer, String detail) {
        found.add(new Problem(pointer, detail));
    }

    /** Complains about names that mean nothing, which are mostly known ones misspelled. */
    void unknown(JsonNode object, String pointer, Set<String> known) {
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                add(pointer + "/" + name, "means nothing here: " + String.join(", ", new TreeSet<>(known)));
            }
        });
    }

    /** The pointer that a text is. */
    JsonPointer pointer(String text, String at) {
        try {
            return JsonPointer.compile(text);
        } catch (IllegalArgumentException e) {
            add(at, "must be a JSON pointer like /account/id");
            return JsonPointer.empty();
        }
    }
}
