package dev.bellwether.health.score.figure;

import dev.bellwether.contracts.Mentioned;
import dev.bellwether.contracts.PulseTaken;
import dev.bellwether.contracts.SurveyAnswered;
import dev.bellwether.contracts.SurveyKind;
import dev.bellwether.health.score.memory.BusinessDays;
import dev.bellwether.health.score.memory.Known;
import dev.bellwether.health.score.memory.Person;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the account's people say, as of a day.
 *
 * @param csat share of the satisfied (4 and 5), 0 … 1; null when nobody answered within 90 days
 * @param ces mean ease, 0 … 1 where 1 is no effort; null when nobody answered within 90 days
 * @param everMentioned whether the account was ever heard in public
 * @param negativeMentions those of the last 30 days, oldest first
 * @param pulse newest opinion of a customer success manager within 90 days, 1 … 5
 * @param detractors who would not recommend, lowest score first
 */
public record VoiceFigures(
        @Nullable Nps nps,
        @Nullable Double csat,
        @Nullable Double ces,
        boolean everMentioned,
        List<Mentioned> negativeMentions,
        @Nullable Integer pulse,
        List<Detractor> detractors) {

    private static final int NPS_DAYS = 180;
    private static final int SURVEY_DAYS = 90;
    private static final int MENTION_DAYS = 30;
    private static final int PULSE_DAYS = 90;
    private static final int SATISFIED_FROM = 4;
    private static final BigDecimal NEGATIVE_UP_TO = new BigDecimal("-0.25");

    public VoiceFigures {
        negativeMentions = List.copyOf(negativeMentions);
        detractors = List.copyOf(detractors);
    }

    /** Mentions of the last 30 days with a sentiment of −0.25 or less. */
    public int negativeMentions30() {
        return negativeMentions.size();
    }

    static VoiceFigures asOf(Known known, BusinessDays days) {
        Set<String> champions = known.champions().stream().map(Person::userId).collect(Collectors.toSet());
        return new VoiceFigures(
                Nps.of(answers(known, days, SurveyKind.NPS, NPS_DAYS)),
                satisfaction(answers(known, days, SurveyKind.CSAT, SURVEY_DAYS)),
                ease(answers(known, days, SurveyKind.CES, SURVEY_DAYS)),
                !known.mentions().isEmpty(),
                negative(known, days),
                pulse(known, days),
                Detractor.among(answers(known, days, SurveyKind.NPS, Detractor.DAYS), champions));
    }

    private static List<SurveyAnswered> answers(Known known, BusinessDays days, SurveyKind kind, int length) {
        return known.answers().stream()
                .filter(answer -> answer.kind() == kind)
                .filter(answer -> days.isWithin(answer.occurredAt(), known.day(), length))
                .toList();
    }

    private static @Nullable Double satisfaction(List<SurveyAnswered> answers) {
        long satisfied = answers.stream()
                .filter(answer -> answer.score() >= SATISFIED_FROM)
                .count();
        return answers.isEmpty() ? null : satisfied / (double) answers.size();
    }

    /** Mean of (score − 1) ÷ (scale − 1); added up by scale, so that the order of the answers cannot show. */
    private static @Nullable Double ease(List<SurveyAnswered> answers) {
        TreeMap<Integer, Long> stepsByScale = new TreeMap<>();
        answers.forEach(answer -> stepsByScale.merge(answer.scale(), answer.score() - 1L, Long::sum));
        double sum = 0;
        for (var steps : stepsByScale.entrySet()) {
            sum += steps.getValue() / (steps.getKey() - 1.0);
        }
        return answers.isEmpty() ? null : sum / answers.size();
    }

    private static List<Mentioned> negative(Known known, BusinessDays days) {
        return known.mentions().stream()
                .filter(mention -> mention.sentiment().compareTo(NEGATIVE_UP_TO) <= 0)
                .filter(mention -> days.isWithin(mention.occurredAt(), known.day(), MENTION_DAYS))
                .toList();
    }

    private static @Nullable Integer pulse(Known known, BusinessDays days) {
        if (known.pulses().isEmpty()) {
            return null;
        }
        PulseTaken newest = known.pulses().getLast();
        return days.isWithin(newest.occurredAt(), known.day(), PULSE_DAYS) ? newest.opinion() : null;
    }
}
