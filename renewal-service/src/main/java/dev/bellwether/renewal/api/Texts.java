package dev.bellwether.renewal.api;

import org.jspecify.annotations.Nullable;

/** Texts of callers, before the database is asked for them. */
final class Texts {

    private static final int LARGEST_PAGE = 200;

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

    /** How many lines a page may have: 1 … 200. */
    static int limit(@Nullable String text, int unsaid) {
        return text == null ? unsaid : number("limit", text, 1, LARGEST_PAGE);
    }

    /**
     * @throws Refusal when it is no whole number of that range
     */
    static int number(String name, String text, int lowest, int highest) {
        String expectation = "must be a whole number from " + lowest + " to " + highest;
        try {
            int number = Integer.parseInt(text);
            if (number >= lowest && number <= highest) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw Refusal.parameter(name, expectation);
        }
        throw Refusal.parameter(name, expectation);
    }
}
