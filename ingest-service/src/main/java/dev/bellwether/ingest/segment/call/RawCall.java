package dev.bellwether.ingest.segment.call;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A call as it was sent, not yet judged.
 *
 * @param texts its plain fields; numbers as they were written
 * @param traits flattened: {@code address.city}
 * @param wrong fields that are neither text nor a number; no harm where nobody asks for them
 * @param extent where it lies in the body
 */
public record RawCall(Map<Field, String> texts, Map<String, String> traits, Set<Field> wrong, Extent extent) {

    /** Something in a batch that is no JSON object. */
    static RawCall none(Extent extent) {
        return new RawCall(Map.of(), Map.of(), EnumSet.allOf(Field.class), extent);
    }

    boolean isNone() {
        return wrong.size() == Field.values().length;
    }

    /** Whether there is anything in this field, good or not. */
    boolean holds(Field field) {
        return wrong.contains(field) || first(field) != null;
    }

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
