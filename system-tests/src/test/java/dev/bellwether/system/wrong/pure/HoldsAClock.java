package dev.bellwether.system.wrong.pure;

import java.time.Clock;
import java.time.LocalDate;

/** Wrong on purpose: the clock comes in by the constructor, and is a clock nevertheless. */
public record HoldsAClock(Clock clock) {

    public boolean isOverdue(LocalDate dueOn) {
        return dueOn.isBefore(LocalDate.ofInstant(clock.instant(), clock.getZone()));
    }
}
