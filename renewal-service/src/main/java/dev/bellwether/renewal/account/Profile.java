package dev.bellwether.renewal.account;

import dev.bellwether.contracts.Period;
import dev.bellwether.contracts.agreed.AccountZone;
import dev.bellwether.contracts.agreed.Contract;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What the sources say of an account; null is unsaid.
 *
 * @param owner e-mail of the customer success manager
 * @param timeZone IANA name
 * @param currency stands in for that of contracts which name none
 * @param goneOn the day on which it was no customer any more, as it says itself: the one it names, else that of the word
 *     (UTC); null while it is one
 */
public record Profile(
        @Nullable String name,
        @Nullable String owner,
        @Nullable String timeZone,
        @Nullable String currency,
        @Nullable LocalDate goneOn) {

    /** Whether nobody has to be called about the contract: it began before the account was gone. What begins later is of a new customer. */
    public boolean isGone(Contract contract) {
        Period named = contract.period();
        return named != null && isGone(named, goneOn);
    }

    /** The same of a contract by the term that it named. */
    public static boolean isGone(Period named, @Nullable LocalDate goneOn) {
        return goneOn != null && !named.startsOn().isAfter(goneOn);
    }

    /** The time zone in which the account's days are counted. */
    public ZoneId zone(ZoneId unsaid) {
        return AccountZone.of(timeZone, unsaid);
    }
}
