package dev.bellwether.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an {@code Authorization} header presents.
 *
 * @param scheme in lower case
 */
public record Authorization(String scheme, String credentials) {

    /** Reads the header; null when it is absent or has no credentials. */
    public static @Nullable Authorization read(@Nullable String header) {
        if (header == null) {
            return null;
        }
        String trimmed = header.strip();
        int space = trimmed.indexOf(' ');
        return space < 0
                ? null
                : new Authorization(
                        trimmed.substring(0, space).toLowerCase(Locale.ROOT),
                        trimmed.substring(space + 1).strip());
    }

    /** The write key of {@code Basic}: the user name, with or without a colon after it; null under another scheme. */
    public @Nullable String basicKey() {
        if (!scheme.equals("basic")) {
            return null;
        }
        try {
            String pair = new String(Base64.getDecoder().decode(credentials), UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0 ? pair : pair.substring(0, colon);
        } catch (IllegalArgumentException e) { // not base64: a key that fits no lock
            return "";
        }
    }

    /** The write key of {@code Bearer}; null under another scheme. */
    public @Nullable String bearerKey() {
        return scheme.equals("bearer") ? credentials : null;
    }

    @Override
    public String toString() {
        return "Authorization[" + scheme + "]";
    }
}
