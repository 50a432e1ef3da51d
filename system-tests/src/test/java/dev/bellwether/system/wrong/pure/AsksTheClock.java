package dev.bellwether.system.wrong.pure;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** Wrong on purpose: the same facts give another answer tomorrow. */
public final class AsksTheClock {

    public boolean isOverdue(LocalDate dueOn) {
        return dueOn.isBefore(LocalDate.now(ZoneOffset.UTC));
    }
}
