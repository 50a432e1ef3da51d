package dev.bellwether.alert.policy.telling;

import dev.bellwether.contracts.Severity;
import java.time.Duration;
import java.util.Set;

/**
 * How much people are told in what time.
 *
 * @param gatherFor how long what comes up for a person after a message is gathered, to leave together
 * @param groupWithin what comes up at an account within this time of a message joins it
 * @param mostAtOnce most messages to one person within that time; more become one summary
 * @param weeklyBudget most messages to one person a week; the rest goes to the digest
 * @param exempt severities that no budget holds back
 */
public record Rhythm(Duration gatherFor, Duration groupWithin, int mostAtOnce, int weeklyBudget, Set<Severity> exempt) {

    public Rhythm {
        exempt = Set.copyOf(exempt);
    }
}
