package dev.bellwether.health.score;

import dev.bellwether.contracts.Band;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An account's score and why it is what it is: the parts lost to signals and to the binding cap add up to 100 − score
 * within 0.01.
 *
 * @param model version of the model that made it
 * @param score 0 … 100, two decimals; null when no signal is present
 * @param base the score before caps, two decimals; null like the score
 * @param coverage weight present ÷ weight of all, 0 … 1
 * @param signals all signals of the model, in its order
 * @param caps those that hold, strongest first
 */
public record Health(
        int model,
        @Nullable BigDecimal score,
        @Nullable BigDecimal base,
        double coverage,
        Bands bands,
        List<SignalReading> signals,
        List<CapReading> caps) {

    public Health {
        signals = List.copyOf(signals);
        caps = List.copyOf(caps);
    }

    /** What each signal that has a figure and each cap that holds took from the score, by name, signals first. */
    public Map<String, BigDecimal> lost() {
        Map<String, BigDecimal> lost = new LinkedHashMap<>();
        present().forEach(signal -> lost.put(signal.name(), signal.lost()));
        caps.forEach(cap -> lost.put(cap.name(), cap.lost()));
        return lost;
    }

    /** The signals that have a figure, today's or a kept one, in the model's order. */
    public Stream<SignalReading.Counted> present() {
        return signals.stream().filter(SignalReading.Counted.class::isInstance).map(SignalReading.Counted.class::cast);
    }

    /** Names of the signals that keep the figure of an earlier day because their source is silent. */
    public List<String> frozen() {
        return signals.stream()
                .filter(SignalReading.Frozen.class::isInstance)
                .map(SignalReading::name)
                .toList();
    }

    /** The band after the previous one. */
    public Band band(Band previous) {
        return bands.next(previous, score, coverage);
    }

    /** Whether the band is the same after any other. */
    public boolean isBandDecided() {
        return bands.isDecided(score, coverage);
    }
}
