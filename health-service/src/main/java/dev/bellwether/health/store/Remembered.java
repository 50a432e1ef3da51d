package dev.bellwether.health.store;

import dev.bellwether.contracts.AccountSnapshot;
import dev.bellwether.contracts.Band;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What bands and flags start from: what others were last told of an account, and what its past was then.
 *
 * @param announced null while nothing was
 * @param outages the mark of those with which it was told
 * @param unsettledSince since when flags and announcements wait for the past to be complete; null when they do not
 * @param before how a day ended before something of the past arrived; null when nothing has since, or it could not be told
 */
public record Remembered(
        @Nullable AccountSnapshot announced,
        long outages,
        @Nullable Instant unsettledSince,
        @Nullable DayEnd before) {

    /** Nothing was told yet. */
    public static final Remembered NOTHING = new Remembered(null, 0, null, null);

    /** The band with which a day ended. */
    public record DayEnd(LocalDate day, Band band) {}

    /** The band that was told last. */
    public Band band() {
        return announced == null ? Band.UNKNOWN : announced.band();
    }

    /**
     * The band after which today's comes: the one told last; but when there is none, or the days before have become others
     * since, be it by an outage or by facts, the one with which yesterday ends now. Midnight may lie between what arrived
     * and this.
     *
     * @param mark of the outages that are known now
     * @param ended the band with which a day ends, as facts and outages are now
     */
    public Band previous(LocalDate today, long mark, Function<LocalDate, Band> ended) {
        boolean isTold = announced != null && outages == mark;
        if (isTold && unsettledSince == null) {
            return band();
        }
        boolean isSame = isTold && before != null && ended.apply(before.day()) == before.band();
        return isSame ? band() : ended.apply(today.minusDays(1));
    }

    Remembered unsettled(Instant since) {
        return new Remembered(announced, outages, since, before);
    }

    Remembered before(DayEnd end) {
        return new Remembered(announced, outages, unsettledSince, end);
    }
}
