package dev.bellwether.health.score;

import dev.bellwether.contracts.Band;
import dev.bellwether.health.score.feed.Outages;
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
    private final Outages outages;

    public Past(AccountMemory memory, Model model, Outages outages) {
        this.memory = memory;
        this.model = model;
        this.outages = outages;
    }

    /** What the facts meant at the end of a day. */
    public record Day(Figures figures, Health health, Band band) {}

    public Day at(LocalDate day) {
        Sight sight = sight(day);
        Health health = Score.of(model, sight);
        return new Day(sight.figures(), health, band(day, health));
    }

    /** One day after the other, both ends included. */
    public List<Day> between(LocalDate from, LocalDate to) {
        Figures.foresee(memory, from, to);
        List<Day> days = new ArrayList<>();
        for (Day day = at(from); !day.figures().day().isAfter(to); day = after(day)) {
            days.add(day);
        }
        return days;
    }

    public Health health(LocalDate day) {
        return Score.of(model, sight(day));
    }

    /** What the model looks at as of a day. */
    public Sight sight(LocalDate day) {
        return Sight.of(memory, day, outages);
    }

    /** The band of a day of that health which follows from the days before. */
    public Band band(LocalDate day, Health health) {
        return BandOfDay.of(day, health, this::health);
    }

    private Day after(Day day) {
        Sight sight = sight(day.figures().day().plusDays(1));
        Health health = Score.of(model, sight);
        return new Day(sight.figures(), health, health.band(day.band()));
    }
}
