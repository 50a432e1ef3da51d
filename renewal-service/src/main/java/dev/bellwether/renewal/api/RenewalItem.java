package dev.bellwether.renewal.api;

import dev.bellwether.renewal.account.ListedContract;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A contract in the list of renewals.
 *
 * @param status draft, undated, trial, active, cancelled, lapsed or churned
 * @param decisionOn last day on which the customer can say no
 * @param daysLeft from today, in the account's time zone, to the decision date; negative once it has passed
 * @param annualValue minor units by currency
 * @param score 0 … 100; null while unknown
 */
record RenewalItem(
        String accountId,
        String accountName,
        @Nullable String owner,
        String contractId,
        String kind,
        String status,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable LocalDate decisionOn,
        @Nullable Long daysLeft,
        boolean autoRenew,
        Map<String, Long> annualValue,
        @Nullable BigDecimal score,
        String band) {

    static RenewalItem of(ListedContract line, Instant now) {
        LocalDate today = now.atZone(line.zone()).toLocalDate();
        return new RenewalItem(
                line.accountId(),
                line.account().name(),
                line.account().owner(),
                line.contractId(),
                line.kind(),
                line.status(),
                line.startsOn(),
                line.endsOn(),
                line.decisionOn(),
                line.decisionOn() == null ? null : ChronoUnit.DAYS.between(today, line.decisionOn()),
                line.autoRenew(),
                line.annualValue(),
                line.account().score(),
                line.account().band().json());
    }
}
