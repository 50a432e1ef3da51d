package dev.bellwether.health.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.bellwether.health.score.Cap;
import dev.bellwether.health.score.Health;
import dev.bellwether.health.score.Model;
import dev.bellwether.health.score.Past;
import dev.bellwether.health.score.Signal;
import dev.bellwether.health.score.SignalReading;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

    /**
     * One of the two days.
     *
     * @param frozen signals that keep the figure of an earlier day, because their source was silent
     */
    record Moment(LocalDate day, @Nullable BigDecimal score, String band, List<String> frozen) {

        static Moment of(Past.Day day) {
            return new Moment(
                    day.figures().day(),
                    day.health().score(),
                    day.band().json(),
                    day.health().frozen());
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
        Side first = Side.of(before.health());
        Side second = Side.of(after.health());
        List<Part> parts = new ArrayList<>();
        for (Signal signal : model.signals()) {
            parts.add(part(signal.name(), first, second, facts.of(signal.figure())));
        }
        for (Cap cap : model.caps()) {
            if (first.lost.containsKey(cap.name()) || second.lost.containsKey(cap.name())) {
                parts.add(part(cap.name(), first, second, facts.of(cap.figure())));
            }
        }
        BigDecimal scoreBefore = before.health().score();
        BigDecimal scoreAfter = after.health().score();
        BigDecimal change = scoreBefore == null || scoreAfter == null ? null : scoreAfter.subtract(scoreBefore);
        return new WhyAnswer(id, Moment.of(before), Moment.of(after), change, parts);
    }

    private static Part part(String name, Side before, Side after, List<FactBehind> facts) {
        BigDecimal lostBefore = before.lost.getOrDefault(name, BigDecimal.ZERO);
        BigDecimal lostAfter = after.lost.getOrDefault(name, BigDecimal.ZERO);
        return new Part(
                name,
                before.figures.get(name),
                after.figures.get(name),
                lostBefore,
                lostAfter,
                lostBefore.subtract(lostAfter),
                facts);
    }

    /** One of the two days, its parts by name. */
    private record Side(Map<String, BigDecimal> lost, Map<String, BigDecimal> figures) {

        static Side of(Health health) {
            return new Side(
                    health.lost(),
                    health.present()
                            .collect(Collectors.toMap(SignalReading.Counted::name, SignalReading.Counted::figure)));
        }
    }
}
