package dev.bellwether.benchmarks.health;

import java.time.Instant;

/**
 * One use of a feature.
 *
 * @param account from 0
 * @param user from 0, within the account
 * @param day from 0, the oldest
 */
record Use(int number, int account, int user, int feature, int day, Instant at) {}
