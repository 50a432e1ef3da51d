package dev.bellwether.renewal.retention;

/**
 * One contract in a period: what every figure of the period is the sum of.
 *
 * @param opening at the end of the day before the period
 * @param closing at the end of the period's last day
 * @param due whether a decision date of the contract fell in the period
 */
public record Line(Customer customer, String contractId, Balance opening, Balance closing, boolean due) {}
