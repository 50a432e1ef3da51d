package dev.bellwether.renewal.account;

import dev.bellwether.contracts.AccountSnapshot;
import dev.bellwether.contracts.ContractKind;
import dev.bellwether.renewal.stake.Exposure;
import dev.bellwether.renewal.stake.Gravity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of the today list.
 *
 * @param term by its first day
 * @param flags sentences of the open flags, the gravest first
 * @param scoreBefore the score four weeks before; null while there was none
 */
public record AtStake(
        String accountId,
        AccountSnapshot account,
        String contractId,
        ContractKind kind,
        LocalDate startsOn,
        LocalDate endsOn,
        LocalDate decisionOn,
        boolean autoRenew,
        Map<String, Long> annualValue,
        @Nullable String currency,
        Exposure exposure,
        Gravity gravity,
        List<String> flags,
        @Nullable Pulse pulse,
        @Nullable BigDecimal scoreBefore) {

    /** Where a line stands in the list: by rank, then by the flags, then by ids. */
    public record Place(double rank, int gravity, String accountId, String contractId) {}

    public AtStake {
        annualValue = Map.copyOf(annualValue);
        flags = List.copyOf(flags);
    }

    public Place place() {
        return new Place(exposure.rank(), gravity.value(), accountId, contractId);
    }
}
