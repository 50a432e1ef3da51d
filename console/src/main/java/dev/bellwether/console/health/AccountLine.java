package dev.bellwether.console.health;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account in the portfolio, as health-service tells it; null where nothing is known.
 *
 * @param score 0 … 100, two decimals
 * @param coverage share of the model's weight that is known, 0 … 1
 * @param wau distinct users of the last 7 days
 * @param trend that number against what is usual for the account, 1 = as usual
 * @param arr annual value in minor units of {@code arrCurrency}
 * @param renewalOn the last day on which the customer can say no
 */
public record AccountLine(
        String id,
        @Nullable String name,
        @Nullable String owner,
        @Nullable String segment,
        @Nullable String stage,
        @Nullable BigDecimal score,
        @Nullable String band,
        @Nullable BigDecimal coverage,
        @Nullable Integer wau,
        @Nullable BigDecimal trend,
        @Nullable Integer daysInactive,
        @Nullable Long arr,
        @Nullable String arrCurrency,
        @Nullable LocalDate renewalOn,
        List<OpenFlag> flags) {

    public AccountLine {
        flags = flags == null ? List.of() : List.copyOf(flags);
    }
}
