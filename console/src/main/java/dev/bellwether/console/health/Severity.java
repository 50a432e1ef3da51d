package dev.bellwether.console.health;

import java.util.Locale;
import java.util.stream.Stream;

/** How bad a flag is, in rising order. */
public enum Severity {
    INFO,
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    /** The name in health-service's answers and in style sheets. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The severity of that name; one that this console does not know yet counts as medium. */
    static Severity named(String key) {
        return Stream.of(values())
                .filter(severity -> severity.key().equals(key))
                .findFirst()
                .orElse(MEDIUM);
    }
}
