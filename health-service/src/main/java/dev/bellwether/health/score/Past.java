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

    // a pass over all users counts the windows of so many days, and of more the next time
    private static final int FIRST_SPAN = 8;
    private static final int SPAN_GROWTH = 4;

    private final AccountMemory memory;
    private final Model model;
    private final Outages outages;
    private final BandTrail trail;

    public Past(AccountMemory memory, Model model, Outages outages) {
        this(memory, model, outages, new BandTrail());
    }

    /** With bands that are known from another look. */
    public Past(AccountMemory memory, Model model, Outages outages, BandTrail trail) {
        this.trail = trail;
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
        Day first = at(from);
        Figures.foresee(memory, from, to);
        List<Day> days = new ArrayList<>();
        for (Day day = first; !day.figures().day().isAfter(to); day = after(day)) {
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

    /** The band of a day which follows from the days before. */
    public Band band(LocalDate day) {
        Band known = trail.of(day);
        return known == null ? band(day, health(day)) : known;
    }

    private Band band(LocalDate day, Health health) {
        return BandOfDay.of(day, health, new Backwards(day)::health, trail);
    }

    /** Days one before the other, foreseen in spans that grow. */
    private final class Backwards {

        private LocalDate foreseenFrom;
        private int span = FIRST_SPAN;

        Backwards(LocalDate after) {
            foreseenFrom = after;
        }

        Health health(LocalDate day) {
            if (day.isBefore(foreseenFrom)) {
                foreseenFrom = day.minusDays(span - 1L);
                Figures.foresee(memory, foreseenFrom, day);
                span *= SPAN_GROWTH;
            }
            return Past.this.health(day);
        }
    }

    private Day after(Day day) {
        Sight sight = sight(day.figures().day().plusDays(1));
        Health health = Score.of(model, sight);
        return new Day(sight.figures(), health, health.band(day.band()));
    }
}
