package dev.bellwether.console.health;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the portfolio.
 *
 * @param nextCursor where the next part begins; null at the end
 */
public record AccountList(List<AccountLine> items, @Nullable String nextCursor) {

    public AccountList {
        items = items == null ? List.of() : List.copyOf(items);
    }
}
