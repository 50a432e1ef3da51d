package dev.bellwether.health.simulation;

import static dev.bellwether.health.simulation.KnownFacts.number;
import static dev.bellwether.health.simulation.KnownFacts.ratio;

import dev.bellwether.contracts.Mentioned;
import dev.bellwether.contracts.PulseTaken;
import dev.bellwether.contracts.SurveyAnswered;
import dev.bellwether.contracts.SurveyKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The figures of voice. */
final class VoiceByTheBook {

    private static final BigDecimal NEGATIVE = new BigDecimal("-0.25");
    private static final BigDecimal HUNDRED = number(100);

    private final KnownFacts known;

    VoiceByTheBook(KnownFacts known) {
        this.known = known;
    }

    void tell(FigureSheet sheet) {
        List<SurveyAnswered> nps = newest(SurveyKind.NPS, 180);
        if (!nps.isEmpty()) {
            BigDecimal promoters =
                    ratio(nps.stream().filter(answer -> answer.score() >= 9).count(), nps.size());
            BigDecimal detractors =
                    ratio(nps.stream().filter(answer -> answer.score() <= 6).count(), nps.size());
            BigDecimal net = promoters.subtract(detractors);
            sheet.put("nps", net.multiply(HUNDRED));
            sheet.put("npsAnswers", number(nps.size()));
            double spread =
                    promoters.add(detractors).subtract(net.multiply(net)).doubleValue();
            sheet.put("npsMargin", new BigDecimal(1.96 * Math.sqrt(Math.max(0, spread) / nps.size()) * 100));
        }
        List<SurveyAnswered> csat = newest(SurveyKind.CSAT, 90);
        if (!csat.isEmpty()) {
            sheet.put(
                    "csat",
                    ratio(csat.stream().filter(answer -> answer.score() >= 4).count(), csat.size()));
        }
        List<SurveyAnswered> ces = newest(SurveyKind.CES, 90);
        if (!ces.isEmpty()) {
            BigDecimal sum = ces.stream()
                    .map(answer -> ratio(answer.score() - 1L, answer.scale() - 1L))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            sheet.put("ces", ratio(sum, number(ces.size())));
        }
        List<Mentioned> mentions = known.all(Mentioned.class).toList();
        if (!mentions.isEmpty()) {
            sheet.put("everMentioned", BigDecimal.ONE);
        }
        sheet.put(
                "negativeMentions30",
                number(mentions.stream()
                        .filter(mention -> known.withinDays(mention, 30))
                        .filter(mention -> mention.sentiment().compareTo(NEGATIVE) <= 0)
                        .count()));
        known.all(PulseTaken.class)
                .filter(pulse -> known.withinDays(pulse, 90))
                .max(KnownFacts.BY_TIME)
                .ifPresent(pulse -> sheet.put("pulse", number(pulse.opinion())));
    }

    /** NPS answers of 6 and less in the last 30 days that are the newest of their users. */
    List<SurveyAnswered> detractors() {
        return newest(SurveyKind.NPS, 30).stream()
                .filter(answer -> answer.score() <= 6)
                .toList();
    }

    /** The newest answer of each user within so many days. */
    private List<SurveyAnswered> newest(SurveyKind kind, int days) {
        return known.gathered(SurveyAnswered.class, SurveyAnswered::userId).values().stream()
                .map(answers -> answers.stream()
                        .filter(answer -> answer.kind() == kind && known.withinDays(answer, days))
                        .max(KnownFacts.BY_TIME))
                .flatMap(Optional::stream)
                .toList();
    }
}
