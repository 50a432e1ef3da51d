package dev.bellwether.console.health;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The colour of a score, worst first; unknown while too little is known to judge. */
public enum Band {
    RED("Red"),
    YELLOW("Yellow"),
    GREEN("Green"),
    UNKNOWN("Unknown");

    private final String word;

    Band(String word) {
        this.word = word;
    }

    /** The colour in words, for it is never told by colour alone. */
    public String word() {
        return word;
    }

    /** The name in health-service's answers, in addresses and in style sheets. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The band of that name, if there is one. */
    public static Optional<Band> named(@Nullable String key) {
        return Stream.of(values()).filter(band -> band.key().equals(key)).findFirst();
    }
}
