package dev.bellwether.health.score.flag;

import dev.bellwether.contracts.Band;
import dev.bellwether.contracts.Severity;
import dev.bellwether.health.score.CapReading;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Flags about the score itself. */
final class ScoreRules {

    private static final BigDecimal DROP = BigDecimal.valueOf(15);
    private static final BigDecimal STEEP_DROP = BigDecimal.valueOf(30);
    private static final BigDecimal STILL_MISSING = BigDecimal.valueOf(5);
    private static final int FELL_WITHIN_DAYS = 7;
    private static final int OLD_NEWS_AFTER_DAYS = 14;
    private static final int REASONS_SAID = 2;

    private ScoreRules() {}

    /**
     * While the flag is open the drop is measured from the score from which it fell, not from that of a week ago; late
     * facts may have shown by now that this was another one.
     */
    static Verdict drop(Situation situation, Optional<OpenFlag> open) {
        BigDecimal score = situation.health().score();
        LocalDate today = situation.figures().day();
        LocalDate fellOn = open.map(OpenFlag::raisedOn).orElse(today);
        BigDecimal before = situation.scores().asOf(fellOn.minusDays(FELL_WITHIN_DAYS));
        if (fellOn.until(today, ChronoUnit.DAYS) >= OLD_NEWS_AFTER_DAYS) {
            return new Verdict.Over(() -> oldNews(situation, before));
        }
        if (score == null || before == null) {
            return Verdict.UNDECIDED;
        }
        BigDecimal fall = before.subtract(score);
        Supplier<Finding> finding = () -> Finding.of(sayDrop(before, score, open), situation.figures())
                .with("scoreBefore", before)
                .with("score", score);
        if (fall.compareTo(STILL_MISSING) <= 0) {
            return new Verdict.Over(finding);
        }
        if (fall.compareTo(DROP) < 0) {
            return Verdict.UNDECIDED;
        }
        return new Verdict.Holds(fall.compareTo(STEEP_DROP) >= 0 ? Severity.HIGH : Severity.MEDIUM, finding);
    }

    /** Late facts may have taken away the score from which it fell, or the one it has. */
    private static Finding oldNews(Situation situation, @Nullable BigDecimal before) {
        BigDecimal score = situation.health().score();
        String sentence = score == null || before == null
                ? "The score fell %s days ago or more.".formatted(OLD_NEWS_AFTER_DAYS)
                : sayLater(before, score);
        Finding finding = Finding.of(sentence, situation.figures());
        Finding since = before == null ? finding : finding.with("scoreBefore", before);
        return score == null ? since : since.with("score", score);
    }

    private static String sayLater(BigDecimal before, BigDecimal score) {
        return "The score, %s before it fell, is now %s.".formatted(whole(before), whole(score));
    }

    private static String sayDrop(BigDecimal before, BigDecimal score, Optional<OpenFlag> open) {
        return open.isEmpty()
                ? "The score fell from %s to %s within a week.".formatted(whole(before), whole(score))
                : sayLater(before, score);
    }

    static Verdict red(Situation situation) {
        BigDecimal score = situation.health().score();
        if (situation.band() != Band.RED || score == null) {
            return new Verdict.Over(() -> notRed(situation));
        }
        return new Verdict.Holds(Severity.HIGH, () -> redFinding(situation, score));
    }

    private static Finding notRed(Situation situation) {
        Finding finding = Finding.of("The account is no longer red.", situation.figures());
        BigDecimal score = situation.health().score();
        return score == null ? finding : finding.with("score", score);
    }

    private static Finding redFinding(Situation situation, BigDecimal score) {
        List<Loss> losses = losses(situation);
        String reasons = losses.stream()
                .limit(REASONS_SAID)
                .map(loss -> "%s (−%s)".formatted(loss.name.replace('-', ' '), whole(loss.points)))
                .collect(Collectors.joining(" and "));
        Finding finding = Finding.of(
                "The score is %s out of 100; most was lost to %s.".formatted(whole(score), reasons),
                situation.figures());
        for (Loss loss : losses.reversed()) {
            finding = finding.with("lost." + loss.name, loss.points);
        }
        return finding.with("score", score);
    }

    /** What took points, most first. */
    private static List<Loss> losses(Situation situation) {
        Stream<Loss> signals = situation.health().present().map(signal -> new Loss(signal.name(), signal.lost()));
        Stream<Loss> caps = situation.health().caps().stream()
                .filter(CapReading::binds)
                .map(cap -> new Loss(cap.name(), cap.lost()));
        return Stream.concat(signals, caps)
                .filter(loss -> loss.points.signum() > 0)
                .sorted(Comparator.comparing(Loss::points).reversed().thenComparing(Loss::name))
                .toList();
    }

    private static String whole(BigDecimal score) {
        return score.setScale(0, RoundingMode.HALF_UP).toPlainString();
    }

    private record Loss(String name, BigDecimal points) {}
}
