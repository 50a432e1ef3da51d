package dev.bellwether.renewal.stake;

import dev.bellwether.contracts.Band;
import dev.bellwether.contracts.Severity;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How worried one has to be about an account. */
public enum Risk {
    LOW,
    MEDIUM,
    HIGH;

    /** High with a red band or a flag that is high or critical; low with a green band and no flag above low. */
    public static Risk of(Band band, Gravity gravity) {
        if (band == Band.RED || gravity.severity().compareTo(Severity.HIGH) >= 0) {
            return HIGH;
        }
        return band == Band.GREEN && gravity.severity().compareTo(Severity.LOW) <= 0 ? LOW : MEDIUM;
    }

    /** As it is written in JSON and in playbooks. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The risk of that word, if there is one. */
    public static Optional<Risk> of(String word) {
        return Arrays.stream(values()).filter(risk -> risk.word().equals(word)).findFirst();
    }
}
