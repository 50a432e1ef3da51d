package dev.bellwether.renewal.term;

/** A term that is over, and how it ended. */
public record End(Period term, Outcome outcome) {}
