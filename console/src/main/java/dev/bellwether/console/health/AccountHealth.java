package dev.bellwether.console.health;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account's score, and what each part takes from it; the parts lost add up to 100 − score within 0.01.
 *
 * @param score 0 … 100, two decimals; null while no signal is known
 * @param coverage share of the model's weight that is known, 0 … 1
 * @param model version of the model that made it
 * @param asOf the day the figures are of
 */
public record AccountHealth(
        @Nullable BigDecimal score,
        @Nullable String band,
        @Nullable BigDecimal coverage,
        @Nullable String model,
        @Nullable LocalDate asOf,
        List<Signal> signals,
        List<Cap> caps) {

    public AccountHealth {
        signals = signals == null ? List.of() : List.copyOf(signals);
        caps = caps == null ? List.of() : List.copyOf(caps);
    }

    /**
     * One signal of the model.
     *
     * @param figure what was measured; null when it is missing
     * @param points 0 … 100
     * @param weight in the model's own units
     * @param lost points it takes from the score
     */
    public record Signal(
            String name,
            @Nullable BigDecimal figure,
            @Nullable BigDecimal points,
            @Nullable BigDecimal weight,
            @Nullable BigDecimal lost) {

        /** Whether there was anything to judge. */
        public boolean present() {
            return points != null;
        }
    }

    /**
     * A cap that holds.
     *
     * @param limit the highest score it allows
     * @param binds whether it is the one that lowers the score
     * @param lost points it takes from the score
     */
    public record Cap(
            String name,
            @Nullable BigDecimal limit,
            boolean binds,
            @Nullable BigDecimal lost) {}
}
