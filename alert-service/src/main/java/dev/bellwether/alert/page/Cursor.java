package dev.bellwether.alert.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** The last item of a page: what was sorted by, and the id that settles a tie. Opaque to whoever hands it back. */
public record Cursor(Instant at, String id) {

    String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((at + " " + id).getBytes(UTF_8));
    }

    /** Reads a cursor that was given out; nothing when it is none of ours. */
    public static Optional<Cursor> read(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split(" ", 2);
            return parts.length == 2 ? Optional.of(new Cursor(Instant.parse(parts[0]), parts[1])) : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
