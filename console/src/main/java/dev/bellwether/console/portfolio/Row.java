package dev.bellwether.console.portfolio;

import dev.bellwether.console.health.AccountLine;
import dev.bellwether.console.page.Address;
import dev.bellwether.console.page.Badge;
import dev.bellwether.console.wording.Days;
import dev.bellwether.console.wording.Money;
import dev.bellwether.console.wording.Names;
import dev.bellwether.console.wording.Numbers;
import dev.bellwether.console.wording.Trend;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An account's line in the portfolio, ready to be shown; an empty text where there is nothing to show.
 *
 * @param about owner, segment and stage
 * @param renewsSoon whether the day on which the customer can say no is within 30 days
 */
record Row(
        String id,
        String href,
        String name,
        Badge badge,
        String about,
        Reason reason,
        Trend trend,
        String users,
        String lastUsed,
        String arr,
        String renewal,
        String renewalIn,
        boolean renewsSoon) {

    private static final String UNKNOWN = "–";
    private static final int SOON_DAYS = 30;

    static Row of(AccountLine account, LocalDate today) {
        LocalDate renewal = account.renewalOn();
        return new Row(
                account.id(),
                Address.ofAccount(account.id()),
                Objects.requireNonNullElse(account.name(), account.id()),
                Badge.of(account.score(), account.band()),
                about(account),
                Reason.of(account),
                Trend.of(account.trend()),
                account.wau() == null ? UNKNOWN : Numbers.plain(BigDecimal.valueOf(account.wau())),
                lastUsed(account.daysInactive()),
                arr(account.arr(), account.arrCurrency()),
                renewal == null ? UNKNOWN : Days.inWords(renewal),
                renewal == null ? "" : Days.fromToday(today, renewal),
                renewal != null && isSoon(today, renewal));
    }

    private static String about(AccountLine account) {
        String owner =
                account.owner() == null || account.owner().isBlank() ? "No owner" : Names.ofPerson(account.owner());
        return account.segment() == null || account.segment().isBlank() ? owner : owner + " · " + account.segment();
    }

    private static String lastUsed(@Nullable Integer daysInactive) {
        if (daysInactive == null) {
            return "never";
        }
        if (daysInactive == 0) {
            return "today";
        }
        return daysInactive == 1 ? "yesterday" : daysInactive + " days ago";
    }

    private static String arr(@Nullable Long minorUnits, @Nullable String currency) {
        return minorUnits == null
                ? UNKNOWN
                : Money.rounded(BigDecimal.valueOf(minorUnits), Objects.requireNonNullElse(currency, ""));
    }

    private static boolean isSoon(LocalDate today, LocalDate renewal) {
        long days = ChronoUnit.DAYS.between(today, renewal);
        return days >= 0 && days <= SOON_DAYS;
    }
}
