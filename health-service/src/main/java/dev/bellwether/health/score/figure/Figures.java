package dev.bellwether.health.score.figure;

import dev.bellwether.health.score.memory.AccountMemory;
import dev.bellwether.health.score.memory.Known;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Everything the score and the flags look at, as of the end of a day: a pure function of the facts that occurred by then.
 * A figure that is missing is null, which is never the same as zero.
 *
 * @param ageDays days since the account's first fact of any kind; null while it has none
 * @param churned whether the customer had left by the day
 * @param silentChampions champions who stopped using the product or were deactivated, longest silent first
 */
public record Figures(
        LocalDate day,
        @Nullable Integer ageDays,
        boolean churned,
        UsageFigures usage,
        BillingFigures billing,
        SupportFigures support,
        VoiceFigures voice,
        List<SilentChampion> silentChampions) {

    public Figures {
        silentChampions = List.copyOf(silentChampions);
    }

    /** Prepares for the figures of every day of a span, both ends included; changes none. */
    public static void foresee(AccountMemory memory, LocalDate from, LocalDate to) {
        UsageFigures.foresee(memory, from, to);
    }

    /** The figures as of the end of the day; facts of later days change nothing. */
    public static Figures asOf(AccountMemory memory, LocalDate day) {
        Known known = memory.facts().asOf(day);
        OptionalLong first = memory.firstDay(day.toEpochDay());
        Integer ageDays = first.isPresent() ? (int) (day.toEpochDay() - first.getAsLong()) : null;
        return new Figures(
                day,
                ageDays,
                known.profile().isChurnedOn(day),
                UsageFigures.asOf(memory, known),
                BillingFigures.asOf(known, memory.days()),
                SupportFigures.asOf(known, ageDays, memory.days()),
                VoiceFigures.asOf(known, memory.days()),
                SilentChampion.asOf(memory, known));
    }
}
