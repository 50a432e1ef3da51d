package dev.bellwether.contracts.agreed;

import dev.bellwether.contracts.ContractStatus;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Whether and since when a contract is stopped, that is cancelled or ended: since the day of the cancellation, or
 * else since the day on which the source said so. A term that had renewed before stays renewed.
 *
 * @param status the newest word of the source
 * @param said the source's words and their days (the last word of each day)
 * @param cancelledOn null when no day of cancellation was named since the contract was last taken up again
 */
public record Stop(
        ContractStatus status,
        NavigableMap<LocalDate, ContractStatus> said,
        @Nullable LocalDate cancelledOn) {

    public Stop {
        said = Collections.unmodifiableNavigableMap(new TreeMap<>(said));
    }

    /** Whether it was stopped on that day or before. */
    public boolean heldBy(LocalDate day) {
        if (!stops(status)) {
            return false;
        }
        return cancelledOn == null ? stops(asOf(day)) : !cancelledOn.isAfter(day);
    }

    /** The day since which it is stopped; null while it is not. */
    public @Nullable LocalDate since() {
        LocalDate since = null;
        for (Map.Entry<LocalDate, ContractStatus> word : said.entrySet()) {
            if (!stops(word.getValue())) {
                since = null;
            } else if (since == null) {
                since = word.getKey();
            }
        }
        return cancelledOn == null || since == null ? since : cancelledOn;
    }

    /** Whether it is stopped because the customer cancelled, and did not merely run out. */
    public boolean byCancellation() {
        return stops(status) && (status == ContractStatus.CANCELLED || cancelledOn != null);
    }

    /** What was known by then; the first word when nothing was. */
    private ContractStatus asOf(LocalDate day) {
        if (said.isEmpty()) {
            return status;
        }
        Map.Entry<LocalDate, ContractStatus> known = said.floorEntry(day);
        return (known == null ? said.firstEntry() : known).getValue();
    }

    static boolean stops(ContractStatus status) {
        return switch (status) {
            case CANCELLED, ENDED -> true;
            case DRAFT, ACTIVE -> false;
        };
    }
}
