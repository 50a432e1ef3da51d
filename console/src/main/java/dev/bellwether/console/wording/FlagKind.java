package dev.bellwether.console.wording;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The kinds of flag that can be asked for, the most pressing first. */
public enum FlagKind {
    RED("Health is red"),
    SCORE_DROP("Score drop"),
    USAGE_DROP("Usage drop"),
    INACTIVE("Inactive"),
    CHAMPION_SILENT("Champion silent"),
    LATE_PAYMENT("Late payment"),
    PAYMENT_FAILED("Payment failed"),
    TICKET_SPIKE("Ticket spike"),
    URGENT_TICKET("Urgent ticket"),
    DETRACTOR("Detractor"),
    NEGATIVE_MENTION("Negative mention"),
    LOW_ADOPTION("Low adoption"),
    ONBOARDING_STALLED("Onboarding stalled"),
    EXPANSION_READY("Ready to expand"),
    ADVOCATE("Advocate");

    private final String words;

    FlagKind(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }

    /** The kind of that name, if there is one. */
    public static Optional<FlagKind> named(@Nullable String name) {
        return Stream.of(values()).filter(kind -> kind.name().equals(name)).findFirst();
    }

    /** Any kind for people, even one that is newer than this console. */
    public static String inWords(String name) {
        return named(name).map(FlagKind::words).orElseGet(() -> Names.inWords(name));
    }
}
