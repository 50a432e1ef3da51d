package dev.bellwether.alert.policy;

import java.util.Locale;

/** Why an event led to what it led to. */
public enum Reason {
    /** The matter came up and nobody knew. */
    NEW,
    /** It was open already, and is told of already. */
    RAISED_AGAIN,
    /** It was over a short while ago and is back. */
    BACK_SOON,
    /** It became more severe. */
    WORSE,
    /** It changed, but not for the worse. */
    DETAILS_CHANGED,
    /** It ended by itself. */
    OVER,
    /** It ended before it was ever known. */
    OVER_BEFORE_KNOWN,
    /** It ended already. */
    ALREADY_OVER,
    /** A newer event or episode is known already. */
    OVERTAKEN,
    /** The very same was decided before. */
    REPEATED,
    /** Only the score moved; it is shown, not told. */
    SCORE_ONLY;

    /** The name in metrics and logs. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
