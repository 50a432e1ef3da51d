package dev.bellwether.renewal.account;

import dev.bellwether.contracts.AccountSnapshot;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of the list of renewals.
 *
 * @param zone in which the account's days are counted
 * @param startsOn null, like the other days, while the contract has no usable dates or is a draft
 */
public record ListedContract(
        String accountId,
        AccountSnapshot account,
        ZoneId zone,
        String contractId,
        String kind,
        String status,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable LocalDate decisionOn,
        boolean autoRenew,
        Map<String, Long> annualValue,
        Place place) {

    /** Where the line stands in the list: by decision date, then by ids. */
    public record Place(LocalDate listedOn, String accountId, String contractId) {}

    public ListedContract {
        annualValue = Map.copyOf(annualValue);
    }
}
