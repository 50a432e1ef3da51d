package dev.bellwether.health.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A source was not heard.
 *
 * @param source usage, billing, support or feedback
 * @param first the day on which it was last heard
 * @param back the day on which it was heard again; null while it is silent
 */
record Silence(String source, LocalDate first, @Nullable LocalDate back) {

    /** The day of which a silent source's signals speak; the day itself while the source speaks. */
    static LocalDate shown(List<Silence> silences, String source, LocalDate day) {
        for (Silence silence : silences) {
            boolean lasts = silence.back == null || day.isBefore(silence.back);
            if (silence.source.equals(source) && !day.isBefore(silence.first) && lasts) {
                return shown(silences, source, silence.first.minusDays(1));
            }
        }
        return day;
    }

    /** Up to five, now and then two of usage; some last. */
    static List<Silence> some(Chance chance, LocalDate first, LocalDate last) {
        List<Silence> silences = new ArrayList<>();
        for (String source : List.of("usage", "billing", "support", "feedback", "usage")) {
            LocalDate from = first.plusDays(chance.below((int) (last.toEpochDay() - first.toEpochDay()) + 1));
            LocalDate back = chance.oneIn(4) ? null : from.plusDays(chance.below(20));
            if (!chance.oneIn(3)) {
                silences.add(new Silence(source, from, back));
            }
        }
        return silences;
    }
}
