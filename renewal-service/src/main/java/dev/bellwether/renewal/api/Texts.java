package dev.bellwether.renewal.api;

import org.jspecify.annotations.Nullable;

/** Texts of callers, before the database is asked for them. */
final class Texts {

    private Texts() {}

    /**
     * The text as it is.
     *
     * @throws Refusal when it holds a NUL, which no text in the database can
     */
    static @Nullable String storable(String name, @Nullable String text) {
        if (text != null && text.indexOf('\0') >= 0) {
            throw Refusal.parameter(name, "must not hold a NUL");
        }
        return text;
    }
}
