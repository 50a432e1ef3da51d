package dev.bellwether.renewal.account;

import dev.bellwether.renewal.term.Review;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A look at an account: its review, or the decision to wait for what is still missing.
 *
 * @param zone in which the account's days are counted
 * @param today in that zone
 * @param nextAt when the account asks for another look by itself; null when it never does
 */
public record Look(
        Account account,
        String zone,
        LocalDate today,
        Review review,
        boolean settled,
        @Nullable Instant nextAt) {

    private static final Review NOTHING = new Review(List.of(), List.of());

    /**
     * @param unsaidZone the time zone of accounts that name none
     * @param newsDays ends of terms that lie further back are noted, not told
     */
    public static Look at(Account account, Instant now, ZoneId unsaidZone, int newsDays) {
        ZoneId zone = account.profile().zone(unsaidZone);
        LocalDate today = now.atZone(zone).toLocalDate();
        if (account.isSettling(now)) {
            return new Look(account, zone.getId(), today, NOTHING, false, account.settlesAt());
        }
        Review review = Review.of(account.contracts(zone), account.past(), account.profile()::isGone, today, newsDays);
        Instant next = review.nextLookOn()
                .map(day -> day.atStartOfDay(zone).toInstant())
                .orElse(null);
        return new Look(account, zone.getId(), today, review, true, next);
    }
}
