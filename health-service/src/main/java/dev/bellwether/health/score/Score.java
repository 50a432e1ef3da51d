package dev.bellwether.health.score;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Applies a model to figures. */
public final class Score {

    private static final int SCORE_DECIMALS = 2;
    // what is beyond is the noise of binary arithmetic, which must not tip a half
    private static final int TRUE_DECIMALS = 9;
    private static final double TRUE_UNIT = 1e9;

    private Score() {}

    /**
     * The score with its reasons.
     *
     * <p>base = Σ weight · points ÷ Σ weight over the signals present; the score is the smallest of base and the limits of
     * the caps that hold. A signal loses weight · (100 − points) ÷ Σ weight, the cap that binds loses base − score.
     */
    public static Health of(Model model, Sight sight) {
        double all = model.signals().stream().mapToDouble(Signal::weight).sum();
        double present = 0;
        double weighted = 0;
        for (Signal signal : model.signals()) {
            OptionalDouble figure = figure(signal, sight);
            if (figure.isPresent()) {
                present += signal.weight();
                weighted += signal.weight() * signal.curve().at(figure.getAsDouble());
            }
        }
        Double base = present == 0 ? null : weighted / present;
        List<Cap> holding = holding(model, sight);
        return new Health(
                model.version(),
                rounded(capped(base, holding)),
                rounded(base),
                present / all,
                model.bands(),
                readings(model, sight, present),
                base == null ? List.of() : readings(holding, base));
    }

    private static List<Cap> holding(Model model, Sight sight) {
        return model.caps().stream()
                .filter(cap -> cap.holds(sight))
                .sorted(Comparator.comparingDouble(Cap::limit))
                .toList();
    }

    private static @Nullable Double capped(@Nullable Double base, List<Cap> strongestFirst) {
        return base == null || strongestFirst.isEmpty()
                ? base
                : Double.valueOf(Math.min(base, strongestFirst.getFirst().limit()));
    }

    private static List<SignalReading> readings(Model model, Sight sight, double present) {
        return model.signals().stream()
                .map(signal -> reading(signal, sight, present))
                .toList();
    }

    private static SignalReading reading(Signal signal, Sight sight, double present) {
        OptionalDouble value = figure(signal, sight);
        if (value.isEmpty()) {
            return new SignalReading.Missing(signal.name(), signal.weight());
        }
        BigDecimal figure = Measure.plain(BigDecimal.valueOf(value.getAsDouble()));
        double points = signal.curve().at(value.getAsDouble());
        BigDecimal lost = part(signal.weight() * (100 - points) / present);
        return sight.keptDay(signal.figure())
                .<SignalReading>map(day ->
                        new SignalReading.Frozen(signal.name(), signal.weight(), figure, part(points), lost, day))
                .orElseGet(() -> new SignalReading.Present(signal.name(), signal.weight(), figure, part(points), lost));
    }

    private static OptionalDouble figure(Signal signal, Sight sight) {
        return signal.figure().of(sight.of(signal.figure()));
    }

    private static List<CapReading> readings(List<Cap> strongestFirst, double base) {
        Cap strongest = strongestFirst.isEmpty() ? null : strongestFirst.getFirst();
        return strongestFirst.stream()
                .map(cap -> {
                    boolean binds = cap == strongest && cap.limit() < base;
                    double lost = binds ? base - cap.limit() : 0;
                    return new CapReading(cap.name(), cap.limit(), part(lost), binds);
                })
                .toList();
    }

    private static @Nullable BigDecimal rounded(@Nullable Double value) {
        return value == null ? null : withoutNoise(value).setScale(SCORE_DECIMALS, RoundingMode.HALF_UP);
    }

    /** With two decimals, like the score, the parts would leave some of what is missing unexplained. */
    private static BigDecimal part(double value) {
        return Measure.plain(withoutNoise(value));
    }

    private static BigDecimal withoutNoise(double value) {
        return BigDecimal.valueOf(Math.round(value * TRUE_UNIT), TRUE_DECIMALS);
    }
}
