package dev.bellwether.system.wrong.pure;

import java.util.logging.Logger;

/** Wrong on purpose: a decision gives its reason to the caller, not to a log. */
public final class Logs {

    private static final Logger LOG = Logger.getLogger("score");

    public int score(int points) {
        LOG.info("scored");
        return points;
    }
}
