package dev.bellwether.contracts.agreed;

import java.time.DateTimeException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The time zone in which an account's days are counted. */
public final class AccountZone {

    private AccountZone() {}

    /**
     * The zone that the account names, if it names one that is known here.
     *
     * @param timeZone IANA name; null when it names none
     */
    public static ZoneId of(@Nullable String timeZone, ZoneId unsaid) {
        try {
            return timeZone == null ? unsaid : ZoneId.of(timeZone);
        } catch (DateTimeException e) {
            return unsaid; // named by a newer time zone database than this machine has
        }
    }
}
