package dev.bellwether.alert.delivery;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a message is. */
public enum DeliveryStatus {
    /** Waits for its turn, or for another attempt. */
    DUE,
    /** The other side has it. */
    SENT,
    /** Given up; somebody may have it tried again. */
    FAILED,
    /** Withdrawn, because its matter was over before an attempt succeeded. */
    CANCELLED;

    /** The name in JSON and the database. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<DeliveryStatus> labelled(String label) {
        return Arrays.stream(values())
                .filter(status -> status.label().equals(label))
                .findFirst();
    }
}
