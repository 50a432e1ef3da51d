package dev.bellwether.health.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Where a page ended: the value sorted by and the account; opaque to the caller. */
record Cursor(String value, String accountId) {

    private static final char SEPARATOR = '\n';

    String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((value + SEPARATOR + accountId).getBytes(UTF_8));
    }

    /** Null when the caller gave none. */
    static @Nullable Cursor of(@Nullable String text, boolean isText) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), UTF_8);
            int at = plain.indexOf(SEPARATOR);
            Cursor cursor = new Cursor(plain.substring(0, at), plain.substring(at + 1));
            Texts.storable("cursor", plain);
            if (!isText) {
                cursor.number();
            }
            return cursor;
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
            throw Refusal.badParameter("cursor", "is not one that this list gave out for this sort");
        }
    }

    double number() {
        return Double.parseDouble(value);
    }
}
