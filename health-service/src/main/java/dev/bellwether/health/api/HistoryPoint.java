package dev.bellwether.health.api;

import dev.bellwether.health.score.Health;
import dev.bellwether.health.score.figure.Figures;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a day beside score and band: what each signal and cap took, and the main figures.
 *
 * @param frozen signals that keep the figure of an earlier day, because their source was silent
 */
public record HistoryPoint(BigDecimal coverage, Map<String, BigDecimal> lost, List<String> frozen, Main figures) {

    public static HistoryPoint of(Health health, Figures figures) {
        return new HistoryPoint(AccountView.coverage(health), health.lost(), health.frozen(), Main.of(figures));
    }

    /** The figures people plot. */
    public record Main(
            int wau,
            int mau,
            @Nullable Double trend,
            @Nullable Integer daysInactive,
            @Nullable Integer daysPastDue,
            int opened7,
            @Nullable Integer pulse) {

        static Main of(Figures figures) {
            return new Main(
                    figures.usage().wau(),
                    figures.usage().mau(),
                    figures.usage().trend(),
                    figures.usage().daysInactive(),
                    figures.billing().daysPastDue(),
                    figures.support().opened7(),
                    figures.voice().pulse());
        }
    }
}
