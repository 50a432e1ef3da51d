package dev.bellwether.health.score.flag;

import dev.bellwether.contracts.Mentioned;
import dev.bellwether.contracts.Severity;
import dev.bellwether.health.score.Measure;
import dev.bellwether.health.score.figure.Detractor;
import dev.bellwether.health.score.figure.Figures;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Supplier;

/** Flags about what is said. */
final class VoiceRules {

    private VoiceRules() {}

    static Verdict detractor(Figures figures) {
        List<Detractor> detractors = figures.voice().detractors();
        if (detractors.isEmpty()) {
            return new Verdict.Over(
                    () -> Finding.of("Of the answers of the last 30 days none is a detractor's any more.", figures));
        }
        boolean champion = detractors.stream().anyMatch(Detractor::champion);
        return new Verdict.Holds(
                champion ? Severity.HIGH : Severity.MEDIUM, () -> detractorFinding(detractors, champion, figures));
    }

    private static Finding detractorFinding(List<Detractor> detractors, boolean champion, Figures figures) {
        return Finding.of(sayDetractors(detractors, champion), figures, Measure.NPS, Measure.NPS_ANSWERS)
                .from(detractors.stream().map(Detractor::answerId).toList())
                .with("detractors", BigDecimal.valueOf(detractors.size()))
                .with("lowestAnswer", BigDecimal.valueOf(detractors.getFirst().score()));
    }

    private static String sayDetractors(List<Detractor> detractors, boolean champion) {
        int lowest = detractors.getFirst().score();
        if (detractors.size() == 1) {
            return "%s would not recommend the product: %d out of 10."
                    .formatted(champion ? "A champion" : "A user", lowest);
        }
        return "%d users%s would not recommend the product; the lowest answer is %d out of 10."
                .formatted(detractors.size(), champion ? ", a champion among them," : "", lowest);
    }

    static Verdict negativeMention(Figures figures) {
        List<Mentioned> mentions = figures.voice().negativeMentions();
        Supplier<Finding> finding =
                () -> Finding.of(sayMentions(mentions.size()), figures, Measure.NEGATIVE_MENTIONS_30)
                        .from(mentions.stream().map(Mentioned::id).toList());
        if (mentions.isEmpty()) {
            return new Verdict.Over(finding);
        }
        return new Verdict.Holds(mentions.size() >= 3 ? Severity.MEDIUM : Severity.LOW, finding);
    }

    private static String sayMentions(int count) {
        return switch (count) {
            case 0 -> "Nothing negative was said in public in the last 30 days.";
            case 1 -> "Something negative was said in public in the last 30 days.";
            default -> "Negative things were said in public %d times in the last 30 days.".formatted(count);
        };
    }
}
