package dev.bellwether.alert.action;

import java.util.Arrays;
import java.util.Optional;

/** What somebody can do about an alert with one click. */
public enum Action {
    ACKNOWLEDGE("acknowledge", "Acknowledge", "I am on it"),
    SNOOZE_DAY("snooze-1", "Snooze for a day", "Snooze for a day"),
    SNOOZE_THREE_DAYS("snooze-3", "Snooze for three days", "Snooze for three days"),
    SNOOZE_WEEK("snooze-7", "Snooze for a week", "Snooze for a week"),
    USEFUL("useful", "Useful", "It was useful to be told"),
    KNOWN("knew-it", "Knew it", "I knew it already"),
    FALSE_ALARM("false-alarm", "False alarm", "It was a false alarm");

    private final String label;
    private final String shortly;
    private final String words;

    Action(String label, String shortly, String words) {
        this.label = label;
        this.shortly = shortly;
        this.words = words;
    }

    /** The name in buttons, links and the database; never changed, since old messages keep it. */
    public String label() {
        return label;
    }

    /** What it is, on a button among others. */
    public String shortly() {
        return shortly;
    }

    /** What it is, on a button that stands alone. */
    public String words() {
        return words;
    }

    /** Whether it says if telling was right, and changes nothing of the alert. */
    public boolean isVerdict() {
        return switch (this) {
            case USEFUL, KNOWN, FALSE_ALARM -> true;
            case ACKNOWLEDGE, SNOOZE_DAY, SNOOZE_THREE_DAYS, SNOOZE_WEEK -> false;
        };
    }

    /** The action of that label, or nothing when there is none. */
    public static Optional<Action> labelled(String label) {
        return Arrays.stream(values())
                .filter(action -> action.label.equals(label))
                .findFirst();
    }
}
