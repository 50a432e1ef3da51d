package dev.bellwether.health.api;

import org.jspecify.annotations.Nullable;

/** How many items a caller wants on a page. */
public final class PageSize {

    private static final int USUAL = 50;
    private static final int MOST = 200;

    private PageSize() {}

    /** 50 when the caller did not say; refused unless a whole number from 1 to 200. */
    public static int of(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return USUAL;
        }
        int limit = text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > MOST) {
            throw Refusal.badParameter("limit", "must be a whole number from 1 to " + MOST);
        }
        return limit;
    }
}
