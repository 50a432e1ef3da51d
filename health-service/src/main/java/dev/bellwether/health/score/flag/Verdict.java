package dev.bellwether.health.score.flag;

import dev.bellwether.contracts.Severity;
import java.util.function.Supplier;

/**
 * What a rule says of an account, whether its flag is open or not. Findings are put into words only when something
 * changes, as nearly always nothing does.
 */
sealed interface Verdict {

    /** Neither bad enough to raise the flag nor good enough to clear it, or not to be judged for want of figures. */
    Verdict UNDECIDED = new Undecided();

    /** Reason to raise the flag. */
    record Holds(Severity severity, Supplier<Finding> finding) implements Verdict {}

    /** Reason to clear the flag. */
    record Over(Supplier<Finding> finding) implements Verdict {}

    /** No reason to do either. */
    record Undecided() implements Verdict {}
}
