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
                boolean takenUp = stopped && status == ContractStatus.ACTIVE && day.isAfter(since);
                since = takenUp && wasLongOver(versions.before(i), since, day) ? day : since;
                stopped = Stop.stops(status);
            }
        }
        return since;
    }

    /** By what was said until then of what began on that day, which is found already: asking for it again would never end. */
    private static boolean wasLongOver(Versions then, LocalDate since, LocalDate day) {
        return then.open(since) instanceof Dates.Closed(var days) && then.stop().isLongOver(days, day);
    }
}
