package dev.bellwether.contracts.agreed;

import dev.bellwether.contracts.Period;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** From when to when a contract was agreed. */
public sealed interface Dates {

    /** The source named no dates, or impossible ones. */
    record Unusable() implements Dates {}

    /** Without an end: it runs until somebody says no, and then as long as the notice. */
    record OpenEnded(LocalDate since) implements Dates {}

    /** Somebody said no to what had no end: it runs to the end of these days, and by no day had anybody to decide. */
    record Closed(Period days) implements Dates {}

    /** The term that the source last named. */
    record Dated(Period term) implements Dates {}

    /** Its first and last day; null where it has no end, or no usable dates. */
    default @Nullable Period period() {
        return switch (this) {
            case Unusable d -> null;
            case OpenEnded d -> null;
            case Closed(Period days) -> days;
            case Dated(Period term) -> term;
        };
    }

    /** Null where it has no usable dates. */
    default @Nullable LocalDate firstDay() {
        Period period = period();
        return this instanceof OpenEnded(LocalDate since) ? since : period == null ? null : period.startsOn();
    }
}
