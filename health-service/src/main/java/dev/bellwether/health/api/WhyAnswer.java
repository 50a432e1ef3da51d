package dev.bellwether.health.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.bellwether.health.score.CapReading;
import dev.bellwether.health.score.Health;
import dev.bellwether.health.score.Model;
import dev.bellwether.health.score.Signal;
import dev.bellwether.health.score.SignalReading;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The difference of two days, part by part: the parts' changes add up to the change of the score, within 0.01.
 *
 * @param change score of the later day minus score of the earlier; null when one of them has none
 * @param parts signals in the model's order, then caps
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record WhyAnswer(
        String id, Moment from, Moment to, @Nullable BigDecimal change, List<Part> parts) {

    /** One of the two days. */
    record Moment(LocalDate day, @Nullable BigDecimal score, String band) {

        static Moment of(Past.Day day) {
            return new Moment(
                    day.figures().day(), day.health().score(), day.band().json());
        }
    }

    /**
     * A signal or a cap.
     *
     * @param figureBefore null while it was missing; caps have none
     * @param lostBefore what it took from the score; 0 while it was missing or did not bind
     * @param change what it gave to (or, below 0, took from) the score between the days
     * @param facts what occurred in between and bears on it, newest first
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Part(
            String name,
            @Nullable BigDecimal figureBefore,
            @Nullable BigDecimal figureAfter,
            BigDecimal lostBefore,
            BigDecimal lostAfter,
            BigDecimal change,
            List<FactBehind> facts) {}

    static WhyAnswer of(String id, Model model, Past.Day before, Past.Day after, FactsBehind facts) {
        List<Part> parts = new ArrayList<>();
        for (Signal signal : model.signals()) {
            parts.add(part(signal.name(), before.health(), after.health(), facts.of(signal.figure())));
        }
        model.caps().stream()
                .filter(cap -> isIn(before.health(), cap.name()) || isIn(after.health(), cap.name()))
                .forEach(cap -> parts.add(part(cap.name(), before.health(), after.health(), facts.of(cap.figure()))));
        BigDecimal scoreBefore = before.health().score();
        BigDecimal scoreAfter = after.health().score();
        BigDecimal change = scoreBefore == null || scoreAfter == null ? null : scoreAfter.subtract(scoreBefore);
        return new WhyAnswer(id, Moment.of(before), Moment.of(after), change, parts);
    }

    private static Part part(String name, Health before, Health after, List<FactBehind> facts) {
        BigDecimal lostBefore = lost(before).getOrDefault(name, BigDecimal.ZERO);
        BigDecimal lostAfter = lost(after).getOrDefault(name, BigDecimal.ZERO);
        return new Part(
                name,
                figure(before, name),
                figure(after, name),
                lostBefore,
                lostAfter,
                lostBefore.subtract(lostAfter),
                facts);
    }

    private static boolean isIn(Health health, String cap) {
        return health.caps().stream().anyMatch(reading -> reading.name().equals(cap));
    }

    private static Map<String, BigDecimal> lost(Health health) {
        return Stream.concat(
                        present(health).map(signal -> Map.entry(signal.name(), signal.lost())),
                        health.caps().stream().map((CapReading cap) -> Map.entry(cap.name(), cap.lost())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static @Nullable BigDecimal figure(Health health, String name) {
        return present(health)
                .filter(signal -> signal.name().equals(name))
                .map(SignalReading.Present::figure)
                .findFirst()
                .orElse(null);
    }

    private static Stream<SignalReading.Present> present(Health health) {
        return health.signals().stream()
                .filter(SignalReading.Present.class::isInstance)
                .map(SignalReading.Present.class::cast);
    }
}
