package dev.bellwether.renewal.churn;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A customer who left.
 *
 * @param how churned, lapsed or, when only the account itself says so, account
 * @param churnedOn the day that the account names, else the last day on which one of its contracts ran
 * @param lostArr what ran on that day, or on the last before it on which anything did, by currency, in minor units
 * @param cause the newest that was named
 * @param fix since when that cause is no more; null while it is
 */
public record Lost(
        String accountId,
        String name,
        @Nullable String owner,
        String how,
        @Nullable LocalDate churnedOn,
        Map<String, BigInteger> lostArr,
        @Nullable String cause,
        @Nullable String reason,
        @Nullable Fix fix) {

    public Lost {
        lostArr = Map.copyOf(lostArr);
    }
}
