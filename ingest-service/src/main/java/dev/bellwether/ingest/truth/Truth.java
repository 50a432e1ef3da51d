package dev.bellwether.ingest.truth;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** True and false, as people and exports write them. */
public final class Truth {

    private Truth() {}

    /** What the text says, in whatever case; null when it is neither. */
    public static @Nullable Boolean read(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "t", "yes", "y", "1" -> Boolean.TRUE;
            case "false", "f", "no", "n", "0" -> Boolean.FALSE;
            default -> null;
        };
    }
}
