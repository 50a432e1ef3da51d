package dev.bellwether.benchmarks.health;

import java.time.Instant;

/**
 * One use of a feature by a user of an account.
 *
 * @param number makes it one event: two with the same are the same
 * @param account from 0
 * @param user from 0, within the account
 */
public record Use(int number, int account, int user, int feature, Instant at) {}
