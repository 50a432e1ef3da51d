package dev.bellwether.ingest.segment.call;

import dev.bellwether.contracts.Storable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Traits of a user or an account, from which known ones are taken; what has no meaning of its own, or not the form
 * that its name promises, stays among the rest: a profile is never refused for one odd trait.
 */
final class Traits {

    private static final int TEXT_LIMIT = 500;

    private final Map<String, String> rest = new LinkedHashMap<>();

    Traits(Map<String, String> sent) {
        sent.forEach((name, value) -> rest.put(storable(name), storable(value)));
    }

    /** The first of these names that holds text, and no longer among the rest. */
    @Nullable
    String take(String... names) {
        return takeAs(text -> text, names);
    }

    /** The first of these names that holds what {@code read} understands, and no longer among the rest. */
    <T> @Nullable T takeAs(Function<String, @Nullable T> read, String... names) {
        for (String name : names) {
            String text = rest.get(name);
            T value = text == null || text.isBlank() ? null : read.apply(text);
            if (value != null) {
                rest.remove(name);
                return value;
            }
        }
        return null;
    }

    /** The text of that name, which stays among the rest. */
    @Nullable
    String peek(String name) {
        String text = rest.get(name);
        return text == null || text.isBlank() ? null : text;
    }

    Map<String, String> rest() {
        return rest;
    }

    /** Cut to what can be kept: 500 characters, no NUL, no half of a surrogate pair. */
    private static String storable(String text) {
        String kept = text.codePoints()
                .filter(point -> point != 0 && (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return Storable.beginning(kept, TEXT_LIMIT);
    }
}
