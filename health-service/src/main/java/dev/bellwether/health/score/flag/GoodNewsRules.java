package dev.bellwether.health.score.flag;

import dev.bellwether.contracts.Band;
import dev.bellwether.contracts.Severity;
import dev.bellwether.health.score.Measure;
import dev.bellwether.health.score.figure.Figures;
import dev.bellwether.health.score.figure.Nps;
import dev.bellwether.health.score.figure.UsageFigures;
import java.util.function.Supplier;

/** Flags that are good news. */
final class GoodNewsRules {

    private GoodNewsRules() {}

    static Verdict expansionReady(Situation situation) {
        Figures figures = situation.figures();
        UsageFigures usage = figures.usage();
        Double utilisation = usage.seatUtilisation();
        Integer seats = usage.seats();
        if (utilisation == null || seats == null) {
            return Verdict.UNDECIDED;
        }
        boolean over = utilisation < 0.8;
        Supplier<Finding> finding = () -> Finding.of(
                Wording.adoption(usage.mau(), seats, utilisation) + (over ? "." : ": there is room to grow."),
                figures,
                Measure.SEAT_UTILISATION,
                Measure.MAU,
                Measure.SEATS);
        if (over) {
            return new Verdict.Over(finding);
        }
        return utilisation >= 0.9 && situation.band() == Band.GREEN
                ? new Verdict.Holds(Severity.INFO, finding)
                : Verdict.UNDECIDED;
    }

    /** Ends as well when the last answer is too old to count: nobody would vouch for it any more. */
    static Verdict advocate(Situation situation) {
        Figures figures = situation.figures();
        Nps nps = figures.voice().nps();
        if (nps == null) {
            return new Verdict.Over(() -> Finding.of("No answer is recent enough to speak of an advocate.", figures));
        }
        Supplier<Finding> finding = () -> Finding.of(
                "The net promoter score is %s from %s."
                        .formatted(Wording.number(nps.value()), Wording.counted(nps.answers(), "answer")),
                figures,
                Measure.NPS,
                Measure.NPS_ANSWERS,
                Measure.NPS_MARGIN);
        if (nps.value() < 30 || situation.band() == Band.RED) {
            return new Verdict.Over(finding);
        }
        return nps.answers() >= 3 && nps.value() >= 50 && situation.band() == Band.GREEN
                ? new Verdict.Holds(Severity.INFO, finding)
                : Verdict.UNDECIDED;
    }
}
