package dev.bellwether.renewal.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The closed list of causes. */
final class Causes {

    private Causes() {}

    /**
     * The cause as it is.
     *
     * @throws Refusal when it is none of the list
     */
    static String known(String name, @Nullable String cause, List<String> list) {
        if (cause == null || !list.contains(cause)) {
            throw Refusal.parameter(name, "must be one of " + String.join(", ", list));
        }
        return cause;
    }

    /** The cause that a body names; one that is none of the list is noted as wrong. */
    static @Nullable String named(Body body, List<String> list) {
        String cause = body.text("cause");
        if (cause == null || !list.contains(cause)) {
            body.wrong("cause", "must be one of " + String.join(", ", list));
        }
        return cause;
    }
}
