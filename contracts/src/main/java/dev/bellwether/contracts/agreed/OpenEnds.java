package dev.bellwether.contracts.agreed;

import dev.bellwether.contracts.ContractStatus;
import java.time.LocalDate;

/** Tells since when a contract without an end runs: what is taken up again when it had been over for long begins anew. */
final class OpenEnds {

    private OpenEnds() {}

    /** The first day of what runs, or ran last. */
    static LocalDate since(Versions versions, LocalDate named) {
        LocalDate since = named;
        boolean stopped = false;
        for (int i = 0; i < versions.count(); i++) {
            ContractStatus status = versions.statusSaid(i);
            if (status != null) {
                LocalDate day = versions.day(versions.get(i));
                boolean anew = stopped && day.isAfter(since) && wasLongOver(versions.before(i), day);
                stopped = Stop.stops(status);
                since = anew && status == ContractStatus.ACTIVE ? day : since;
            }
        }
        return since;
    }

    private static boolean wasLongOver(Versions then, LocalDate day) {
        return then.dates() instanceof Dates.Closed(var days) && then.stop().isLongOver(days, day);
    }
}
