package dev.bellwether.benchmarks.streams;

/**
 * A use as the account's state takes it.
 *
 * @param day since 1970
 * @param newThatDay whether the user was not yet active that day
 * @param newThatWeek whether the user was not yet active in the 7 days up to today, and the day is one of them
 */
record Seen(long day, long quantity, boolean newThatDay, boolean newThatWeek) {}
