package dev.bellwether.contracts.agreed;

import dev.bellwether.contracts.Period;
import java.time.LocalDate;

/** From when to when a contract was agreed. */
public sealed interface Dates {

    /** The source named no dates, or impossible ones. */
    record Unusable() implements Dates {}

    /** Without an end: it runs until somebody says no, and then as long as the notice. */
    record OpenEnded(LocalDate since) implements Dates {}

    /** The term that the source last named. */
    record Dated(Period term) implements Dates {}
}
