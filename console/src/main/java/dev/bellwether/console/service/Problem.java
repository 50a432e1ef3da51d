package dev.bellwether.console.service;

import dev.bellwether.console.wording.Names;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why a service refused what it was told, in its own words (RFC 9457).
 *
 * @param errors the fields that are wrong, if any are
 */
record Problem(@Nullable String title, @Nullable String detail, List<Wrong> errors) {

    Problem {
        errors = errors == null ? List.of() : List.copyOf(errors);
    }

    /** A field that is wrong, by its JSON pointer. */
    record Wrong(@Nullable String pointer, @Nullable String detail) {

        private String inWords() {
            return Names.inWords(text(pointer).replace("/", " ").strip()) + " " + text(detail);
        }
    }

    /** For people: the fields when it names some, else its detail or title. */
    String inWords() {
        if (!errors.isEmpty()) {
            return errors.stream().map(Wrong::inWords).collect(Collectors.joining("; ")) + ".";
        }
        return text(detail).isBlank() ? text(title) : text(detail);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
