package dev.bellwether.health.store;

import java.time.LocalDate;

/**
 * How far the turn of the day has come in one partition.
 *
 * @param outages the mark of the outages that were known when it began; accounts are looked at with those known by then
 * @param afterAccount every account up to this id, in order of ids, has been looked at
 */
public record DayTurn(int partition, LocalDate day, long outages, String afterAccount, boolean finished) {

    /**
     * Where to go on today: a turn of another day starts from the first account, and so does one with other outages once the
     * last is finished; a source that catches up may fill one day after another, and nobody shall wait for all of them.
     */
    public DayTurn on(LocalDate today, long known) {
        return day.equals(today) && (outages == known || !finished)
                ? this
                : new DayTurn(partition, today, known, "", false);
    }
}
