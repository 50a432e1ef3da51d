package dev.bellwether.health.api;

import dev.bellwether.contracts.Band;
import dev.bellwether.health.score.BandOfDay;
import dev.bellwether.health.score.Health;
import dev.bellwether.health.score.Model;
import dev.bellwether.health.score.Score;
import dev.bellwether.health.score.figure.Figures;
import dev.bellwether.health.score.memory.AccountMemory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * An account's days, worked out from the facts that had occurred by the end of each and nothing later. Late facts are
 * in every day they belong to: what is kept of a day is never asked.
 */
final class Past {

    private final AccountMemory memory;
    private final Model model;

    Past(AccountMemory memory, Model model) {
        this.memory = memory;
        this.model = model;
    }

    /** What the facts meant at the end of a day. */
    record Day(Figures figures, Health health, Band band) {}

    Day at(LocalDate day) {
        Figures figures = Figures.asOf(memory, day);
        Health health = Score.of(model, figures);
        Band band = BandOfDay.of(day, health, earlier -> Score.of(model, Figures.asOf(memory, earlier)));
        return new Day(figures, health, band);
    }

    /** One after the other, both ends included. */
    List<Day> between(LocalDate from, LocalDate to) {
        List<Day> days = new ArrayList<>();
        for (Day day = at(from); !day.figures().day().isAfter(to); day = after(day)) {
            days.add(day);
        }
        return days;
    }

    private Day after(Day day) {
        Figures figures = Figures.asOf(memory, day.figures().day().plusDays(1));
        Health health = Score.of(model, figures);
        return new Day(figures, health, health.band(day.band()));
    }
}
