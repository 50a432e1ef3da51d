package dev.bellwether.alert.policy.telling;

import dev.bellwether.contracts.Severity;
import java.time.Duration;
import java.util.Set;

/**
 * How much people are told in what time.
 *
 * @param groupWithin what comes up at an account within this time of a message joins it
 * @param mostAtOnce most messages to one person within that time; more become one summary
 * @param weeklyBudget most messages to one person a week; the rest goes to the digest
 * @param exempt severities that no budget holds back
 */
public record Rhythm(Duration groupWithin, int mostAtOnce, int weeklyBudget, Set<Severity> exempt) {

    public Rhythm {
        exempt = Set.copyOf(exempt);
    }
}
