package dev.bellwether.console.account;

import dev.bellwether.console.health.AccountHealth;
import dev.bellwether.console.health.AccountHealth.Cap;
import dev.bellwether.console.health.AccountHealth.Signal;
import dev.bellwether.console.wording.Names;
import dev.bellwether.console.wording.Numbers;
import dev.bellwether.console.wording.SignalWords;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the points between the score and 100 went; the parts add up.
 *
 * @param total 100 − score, in words
 * @param kept length of the score in a bar of 100
 * @param parts what the known signals and the binding cap take, the largest first
 * @param missing names of the signals that are not known
 */
record Loss(String total, String kept, List<Part> parts, List<String> missing) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int SHADES = 8;

    private record Taken(String name, String sentence, BigDecimal lost, BigDecimal most) {}

    static Loss of(AccountHealth health, SignalWords words) {
        List<Taken> taken = new ArrayList<>(signals(health, words));
        health.caps().stream().filter(Cap::binds).map(Loss::cap).forEach(taken::add);
        taken.sort(Comparator.comparing(Taken::lost).reversed());
        BigDecimal score = Objects.requireNonNullElse(health.score(), HUNDRED);
        List<String> missing = health.signals().stream()
                .filter(signal -> !signal.present())
                .map(signal -> Names.inWords(signal.name()))
                .toList();
        return new Loss(Numbers.plain(HUNDRED.subtract(score)), score.toPlainString(), drawn(taken, score), missing);
    }

    private static List<Taken> signals(AccountHealth health, SignalWords words) {
        List<Signal> present = health.signals().stream().filter(Signal::present).toList();
        BigDecimal weights = present.stream().map(Loss::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        return present.stream()
                .map(signal -> new Taken(
                        Names.inWords(signal.name()),
                        signal.figure() == null ? "" : words.sentence(signal.name(), signal.figure()),
                        points(signal.lost()),
                        share(weight(signal), weights)))
                .toList();
    }

    private static Taken cap(Cap cap) {
        BigDecimal lost = points(cap.lost());
        BigDecimal limit = Objects.requireNonNullElse(cap.limit(), HUNDRED);
        return new Taken(Names.inWords(cap.name()), SignalWords.cap(cap.name(), limit), lost, lost);
    }

    private static List<Part> drawn(List<Taken> taken, BigDecimal score) {
        BigDecimal longest = taken.stream().map(Taken::most).reduce(BigDecimal.ONE, BigDecimal::max);
        List<Part> parts = new ArrayList<>();
        BigDecimal from = score;
        for (Taken part : taken) {
            parts.add(new Part(
                    part.name(),
                    part.sentence(),
                    Numbers.plain(part.lost()),
                    Numbers.plain(part.most().setScale(1, RoundingMode.HALF_UP)),
                    length(share(part.most(), longest)),
                    length(share(part.lost(), longest)),
                    length(from),
                    length(part.lost()),
                    "shade" + parts.size() % SHADES));
            from = from.add(part.lost());
        }
        return parts;
    }

    private static BigDecimal share(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? BigDecimal.ZERO : part.multiply(HUNDRED).divide(whole, MathContext.DECIMAL32);
    }

    private static String length(BigDecimal value) {
        return value.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    private static BigDecimal weight(Signal signal) {
        return Objects.requireNonNullElse(signal.weight(), BigDecimal.ZERO);
    }

    private static BigDecimal points(@Nullable BigDecimal lost) {
        return Objects.requireNonNullElse(lost, BigDecimal.ZERO);
    }
}
