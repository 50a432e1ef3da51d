package dev.bellwether.benchmarks.renewal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * What somebody asks of the today list, as people do: six in ten an owner's, two the head of everybody's, one a long
 * head, one the page after it.
 *
 * @param owner empty for everybody's
 * @param limit most lines of the answer
 */
record Question(String owner, int limit, boolean next) {

    static final int USUAL = 50;

    private static final int LONG = 200;

    /** The one with this number. */
    static Question of(int number) {
        return switch (number % 10) {
            case 0, 1 -> new Question("", USUAL, false);
            case 2 -> new Question("", LONG, false);
            case 3 -> new Question("", USUAL, true);
            default -> new Question(Customer.owner(number * 7), USUAL, false);
        };
    }

    /** The part of the address that asks it. */
    String path(String cursor) {
        return "/v1/today?limit=" + limit + (owner.isEmpty() ? "" : "&owner=" + encoded(owner))
                + (next ? "&cursor=" + encoded(cursor) : "");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
