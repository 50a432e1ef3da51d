package dev.bellwether.renewal.term;

import dev.bellwether.contracts.Period;

/** A term that is over, and how it ended. */
public record End(Period term, Outcome outcome) {}
