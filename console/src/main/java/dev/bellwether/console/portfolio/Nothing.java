package dev.bellwether.console.portfolio;

import dev.bellwether.console.health.AccountList;
import dev.bellwether.console.health.Reading;

/** Why no account is shown. */
enum Nothing {
    /** Accounts are shown. */
    NOT_SO,
    /** The filter leaves none. */
    NO_MATCH,
    /** There is none yet. */
    NO_ACCOUNTS,
    /** It is not known whether there is any. */
    AWAY;

    static Nothing in(Reading<AccountList> reading, Filter filter) {
        return switch (reading) {
            case Reading.Live<AccountList> live -> in(live.value(), filter);
            case Reading.Remembered<AccountList> old -> in(old.value(), filter);
            case Reading.Away<AccountList> away -> AWAY;
            case Reading.NotThere<AccountList> gone -> NO_MATCH;
        };
    }

    private static Nothing in(AccountList accounts, Filter filter) {
        if (!accounts.items().isEmpty()) {
            return NOT_SO;
        }
        return filter.narrows() ? NO_MATCH : NO_ACCOUNTS;
    }
}
