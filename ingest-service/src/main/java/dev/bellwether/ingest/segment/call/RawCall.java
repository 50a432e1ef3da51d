package dev.bellwether.ingest.segment.call;

import dev.bellwether.contracts.Problem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call as it was sent, not yet judged.
 *
 * @param texts its plain fields; numbers as they were written
 * @param traits flattened: {@code address.city}
 * @param problems fields of a wrong form
 * @param extent where it lies in the body
 */
public record RawCall(Map<Field, String> texts, Map<String, String> traits, List<Problem> problems, Extent extent) {

    @Nullable
    String text(Field field) {
        return texts.get(field);
    }

    /** The first of these fields that is there and not blank. */
    @Nullable
    String first(Field... fields) {
        for (Field field : fields) {
            String text = texts.get(field);
            if (text != null && !text.isBlank()) {
                return text;
            }
        }
        return null;
    }
}
