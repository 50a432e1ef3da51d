package dev.bellwether.renewal.account;

import dev.bellwether.contracts.agreed.AccountZone;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What the sources say of an account; null is unsaid.
 *
 * @param owner e-mail of the customer success manager
 * @param timeZone IANA name
 * @param currency stands in for that of contracts which name none
 */
public record Profile(
        @Nullable String name,
        @Nullable String owner,
        @Nullable String timeZone,
        @Nullable String currency) {

    /** The time zone in which the account's days are counted. */
    public ZoneId zone(ZoneId unsaid) {
        return AccountZone.of(timeZone, unsaid);
    }
}
