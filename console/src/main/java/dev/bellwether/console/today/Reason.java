package dev.bellwether.console.today;

import dev.bellwether.console.renewal.TodayLine;
import dev.bellwether.console.wording.Days;
import dev.bellwether.console.wording.Names;
import dev.bellwether.console.wording.Numbers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a renewal is where it is.
 *
 * @param flags the gravest open ones, each a sentence
 * @param others how many more are open, in words; empty when none
 * @param direction of the score, as a name for style sheets: down, up or flat
 * @param trend of the score, in words; empty while it is not known
 * @param pulse the newest opinion of a person; empty when there is none
 */
record Reason(List<String> flags, String others, String direction, String trend, String pulse) {

    private static final int FLAGS_SHOWN = 2;

    static Reason of(TodayLine.Reason reason, ZoneId zone) {
        int others = reason.flags().size() - FLAGS_SHOWN;
        int points = reason.scoreTrend() == null ? 0 : rounded(reason.scoreTrend());
        return new Reason(
                reason.flags().stream().limit(FLAGS_SHOWN).toList(),
                others > 0 ? "+" + others + " more" : "",
                points < 0 ? "down" : points > 0 ? "up" : "flat",
                reason.scoreTrend() == null ? "" : trend(points),
                pulse(reason.pulse(), zone));
    }

    private static int rounded(BigDecimal points) {
        return points.setScale(0, RoundingMode.HALF_UP).intValue();
    }

    private static String trend(int points) {
        if (points == 0) {
            return "→ Score as four weeks ago";
        }
        return (points < 0 ? "↓ −" : "↑ +") + Numbers.counted(Math.abs(points), "point") + " in four weeks";
    }

    private static String pulse(TodayLine.@Nullable Pulse pulse, ZoneId zone) {
        if (pulse == null) {
            return "";
        }
        String author = pulse.author() == null ? "" : Names.ofPerson(pulse.author()) + ", ";
        return "Pulse " + pulse.opinion() + " of 5 (" + author
                + Days.inWords(pulse.at().atZone(zone).toLocalDate()) + ")";
    }
}
