package dev.bellwether.health.store;

import java.time.LocalDate;

/**
 * How far the turn of the day has come in one partition.
 *
 * @param afterAccount every account up to this id, in order of ids, has been looked at
 */
public record DayTurn(int partition, LocalDate day, String afterAccount, boolean finished) {

    /** Where to go on today: a turn of another day starts from the first account. */
    public DayTurn on(LocalDate today) {
        return day.equals(today) ? this : new DayTurn(partition, today, "", false);
    }
}
