package dev.bellwether.console.today;

import dev.bellwether.console.page.Address;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How much of the list is looked at. What a person or a link got wrong is left out, never an error.
 *
 * @param owner e-mail of the customer success manager; empty for everybody's
 * @param shown how many rows; 0 for a page
 */
record Scope(String owner, int shown) {

    /** The most rows; who has more looks at one owner's. */
    static final int MOST_ROWS = 1_000;

    private static final int LONGEST_TEXT = 200;

    /** The scope that an address's or a form's parameters name. */
    static Scope of(Function<String, @Nullable String> parameter) {
        return new Scope(owner(parameter.apply("owner")), shown(parameter.apply("shown")));
    }

    private static String owner(@Nullable String text) {
        String stripped = text == null ? "" : text.strip();
        return stripped.substring(0, Math.min(stripped.length(), LONGEST_TEXT));
    }

    private static int shown(@Nullable String text) {
        try {
            return text == null ? 0 : Math.clamp(Integer.parseInt(text), 0, MOST_ROWS);
        } catch (NumberFormatException e) {
            // as if it had not been asked
            return 0;
        }
    }

    /** Whether it leaves out anybody's. */
    boolean narrows() {
        return !owner.isEmpty();
    }

    Scope withShown(int rows) {
        return new Scope(owner, Math.min(rows, MOST_ROWS));
    }

    /** The address of the page that shows it. */
    String href() {
        Map<String, String> query = new LinkedHashMap<>();
        if (narrows()) {
            query.put("owner", owner);
        }
        if (shown > 0) {
            query.put("shown", String.valueOf(shown));
        }
        return Address.of("/today", query);
    }
}
