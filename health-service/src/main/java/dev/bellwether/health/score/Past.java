package dev.bellwether.health.score;

import dev.bellwether.contracts.Band;
import dev.bellwether.health.score.figure.Figures;
import dev.bellwether.health.score.memory.AccountMemory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * An account's days, worked out from the facts that had occurred by the end of each and nothing later. Late facts are
 * in every day they belong to: what is kept of a day is never asked.
 */
public final class Past {

    private final AccountMemory memory;
    private final Model model;

    public Past(AccountMemory memory, Model model) {
        this.memory = memory;
        this.model = model;
    }

    /** What the facts meant at the end of a day. */
    public record Day(Figures figures, Health health, Band band) {}

    public Day at(LocalDate day) {
        Figures figures = Figures.asOf(memory, day);
        Health health = Score.of(model, figures);
        return new Day(figures, health, band(day, health));
    }

    /** One day after the other, both ends included. */
    public List<Day> between(LocalDate from, LocalDate to) {
        List<Day> days = new ArrayList<>();
        for (Day day = at(from); !day.figures().day().isAfter(to); day = after(day)) {
            days.add(day);
        }
        return days;
    }

    public Health health(LocalDate day) {
        return Score.of(model, Figures.asOf(memory, day));
    }

    /** The band of a day of that health which follows from the days before. */
    public Band band(LocalDate day, Health health) {
        return BandOfDay.of(day, health, this::health);
    }

    private Day after(Day day) {
        Figures figures = Figures.asOf(memory, day.figures().day().plusDays(1));
        Health health = Score.of(model, figures);
        return new Day(figures, health, health.band(day.band()));
    }
}
