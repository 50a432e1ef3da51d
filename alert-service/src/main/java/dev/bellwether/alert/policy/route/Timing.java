package dev.bellwether.alert.policy.route;

import java.util.Locale;

/** When what takes a route is told. */
public enum Timing {
    /** At once, even at night. */
    AT_ONCE,
    /** At once while the person works, else when work begins. */
    WORK_HOURS,
    /** Only in the digest. */
    DIGEST;

    /** The name in documents. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
