package dev.bellwether.health.engine;

/**
 * What came of an event, as it is counted.
 *
 * @param type the fact's type, or {@code unreadable}
 * @param outcome counted, repeated, too_old, ignored, unreadable or future
 */
record Outcome(String type, String outcome) {}
