package dev.bellwether.health.score;

import java.math.BigDecimal;

/**
 * A cap that holds.
 *
 * @param limit the highest score it allows
 * @param lost what it takes from the base, at most nine decimals; 0 unless it binds
 * @param binds whether it, and no stronger one, lowers the score
 */
public record CapReading(String name, double limit, BigDecimal lost, boolean binds) {}
