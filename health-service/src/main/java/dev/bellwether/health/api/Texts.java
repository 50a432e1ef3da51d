package dev.bellwether.health.api;

import dev.bellwether.contracts.Constant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Texts of callers, before the database is asked for them. */
public final class Texts {

    private Texts() {}

    /**
     * The text as it is; null when it is empty, as a form's field is that nobody filled in.
     *
     * @throws Refusal when it holds a NUL, which no text in the database can
     */
    public static @Nullable String storable(String name, @Nullable String text) {
        if (text != null && text.indexOf('\0') >= 0) {
            throw Refusal.badParameter(name, "must not hold a NUL");
        }
        return text == null || text.isEmpty() ? null : text;
    }

    /**
     * One of these words; null when it is empty.
     *
     * @throws Refusal when it is none of them
     */
    static @Nullable String oneOf(String name, @Nullable String text, Constant... words) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        List<String> known = Arrays.stream(words).map(Constant::json).toList();
        if (!known.contains(text)) {
            throw Refusal.badParameter(name, "must be one of " + String.join(", ", known));
        }
        return text;
    }
}
