package dev.bellwether.health.score.flag;

import dev.bellwether.contracts.Evidence;
import dev.bellwether.health.score.Measure;
import dev.bellwether.health.score.figure.Figures;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a rule saw: one English sentence for a customer success manager, and the evidence. */
record Finding(String sentence, Evidence evidence) {

    // enough to look into; a storm of tickets must not become a storm of ids
    private static final int MOST_FACTS = 20;

    static Finding of(String sentence, Figures figures, Measure... measures) {
        Map<String, BigDecimal> shown = new LinkedHashMap<>();
        for (Measure measure : measures) {
            measure.shown(figures).ifPresent(value -> shown.put(measure.figure(), value));
        }
        return new Finding(sentence, new Evidence(shown, List.of()));
    }

    /** With the ids of the facts behind it; at most the first 20 are kept. */
    Finding from(List<String> facts) {
        return new Finding(
                sentence,
                new Evidence(
                        evidence.figures(), facts.stream().limit(MOST_FACTS).toList()));
    }

    /** With one more figure, in front of the others. */
    Finding with(String figure, BigDecimal value) {
        Map<String, BigDecimal> shown = new LinkedHashMap<>();
        shown.put(figure, value);
        shown.putAll(evidence.figures());
        return new Finding(sentence, new Evidence(shown, evidence.facts()));
    }
}
