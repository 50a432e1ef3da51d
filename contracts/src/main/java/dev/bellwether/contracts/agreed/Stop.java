package dev.bellwether.contracts.agreed;

import dev.bellwether.contracts.ContractStatus;
import dev.bellwether.contracts.Period;
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
 * @param said the source's words and their days (the last word of each day); a first version without a word says active
 * @param cancelledOn null when no day of cancellation was named since the contract was last taken up again
 */
public record Stop(
        ContractStatus status,
        NavigableMap<LocalDate, ContractStatus> said,
        @Nullable LocalDate cancelledOn) {

    /** A word that is said less than that after the first day on which it was over corrects how a contract ended. */
    public static final int SOON_DAYS = 28;

    public Stop {
        said = Collections.unmodifiableNavigableMap(new TreeMap<>(said));
    }

    /** Whether it was stopped on that day or before; before anything was said it was not. */
    public boolean heldBy(LocalDate day) {
        return isStopped(day, said.floorEntry(day));
    }

    /**
     * Whether nothing followed a term that ended on that day. What is called ended by the day after ended with that term;
     * what was never said to run ended with the term that it names.
     */
    boolean isLast(LocalDate endsOn) {
        Map.Entry<LocalDate, ContractStatus> known = said.floorEntry(endsOn);
        return isStopped(endsOn, known == null ? said.firstEntry() : known)
                || (status == ContractStatus.ENDED && isEnded(said.floorEntry(endsOn.plusDays(1))));
    }

    private boolean isStopped(LocalDate day, Map.@Nullable Entry<LocalDate, ContractStatus> known) {
        if (!stops(status)) {
            return false;
        }
        return cancelledOn == null ? known != null && stops(known.getValue()) : !cancelledOn.isAfter(day);
    }

    private static boolean isEnded(Map.@Nullable Entry<LocalDate, ContractStatus> known) {
        return known != null && known.getValue() == ContractStatus.ENDED;
    }

    /** The first day after its last term, which its source may have ended while it ran. */
    LocalDate overSince(Period last) {
        LocalDate dayAfter = last.endsOn().plusDays(1);
        LocalDate ended = endedOn();
        return ended == null || ended.isBefore(last.startsOn()) || ended.isAfter(dayAfter) ? dayAfter : ended;
    }

    /** The last day of its last term, or the day before its source ended it. */
    public LocalDate lastDay(Period last) {
        return overSince(last).minusDays(1);
    }

    /** Whether it had been over for so long on that day that no word corrects it: what ended stays ended. */
    public boolean isLongOver(Period last, LocalDate day) {
        return !day.isBefore(overSince(last).plusDays(SOON_DAYS));
    }

    /** The day on which it was called ended; null while it is not, or never was anything else. */
    private @Nullable LocalDate endedOn() {
        LocalDate ended = null;
        for (Map.Entry<LocalDate, ContractStatus> word : said.descendingMap().entrySet()) {
            if (word.getValue() != ContractStatus.ENDED) {
                return ended;
            }
            ended = word.getKey();
        }
        return null;
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

    static boolean stops(ContractStatus status) {
        return switch (status) {
            case CANCELLED, ENDED -> true;
            case DRAFT, ACTIVE -> false;
        };
    }
}
