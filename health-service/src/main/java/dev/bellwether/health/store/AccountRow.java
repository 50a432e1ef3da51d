package dev.bellwether.health.store;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The portfolio's line of an account.
 *
 * @param firstDay the day of the first fact of any kind
 * @param asOf the day the figures are of
 * @param score 0 … 100; null while no signal is present
 * @param arr annual value of the running contracts in minor units of {@code arrCurrency}, the account's currency when
 *     it has contracts in it, otherwise the currency with the most
 * @param renewalOn the nearest decision date of a running contract
 * @param document profile, health and figures as the JSON that the API serves
 */
public record AccountRow(
        String accountId,
        int partition,
        String name,
        @Nullable String owner,
        @Nullable String segment,
        @Nullable String stage,
        LocalDate firstDay,
        LocalDate asOf,
        @Nullable BigDecimal score,
        String band,
        BigDecimal coverage,
        int wau,
        @Nullable Double trend,
        @Nullable Integer daysInactive,
        @Nullable Long arr,
        @Nullable String arrCurrency,
        @Nullable LocalDate renewalOn,
        String document) {}
