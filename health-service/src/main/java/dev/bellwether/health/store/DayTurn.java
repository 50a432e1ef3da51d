package dev.bellwether.health.store;

import java.time.LocalDate;

/**
 * How far the turn of the day has come in one partition.
 *
 * @param outages the mark of the outages with which it looks at accounts
 * @param afterAccount every account up to this id, in order of ids, has been looked at
 */
public record DayTurn(int partition, LocalDate day, long outages, String afterAccount, boolean finished) {

    /** Where to go on today: a turn of another day, or with other outages, starts from the first account. */
    public DayTurn on(LocalDate today, long known) {
        return day.equals(today) && outages == known ? this : new DayTurn(partition, today, known, "", false);
    }
}
