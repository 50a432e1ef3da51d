package dev.bellwether.health.score.flag;

import static dev.bellwether.health.score.flag.Wording.days;

import dev.bellwether.contracts.Severity;
import dev.bellwether.health.score.Measure;
import dev.bellwether.health.score.figure.Figures;
import dev.bellwether.health.score.figure.SilentChampion;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Supplier;

/** Flags about who uses the product, and who should. */
final class PeopleRules {

    private PeopleRules() {}

    static Verdict championSilent(Figures figures) {
        List<SilentChampion> silent = figures.silentChampions();
        return silent.isEmpty()
                ? new Verdict.Over(() -> Finding.of("No champion is silent any more.", figures))
                : new Verdict.Holds(Severity.HIGH, () -> silence(silent, figures));
    }

    private static Finding silence(List<SilentChampion> longestFirst, Figures figures) {
        SilentChampion first = longestFirst.getFirst();
        String what =
                first.deactivated() ? "was deactivated" : "has not used the product for " + days(first.daysSilent());
        int others = longestFirst.size() - 1;
        String more = others == 0 ? "" : "; %s more %s silent".formatted(others, others == 1 ? "is" : "are");
        return Finding.of("The champion %s %s%s.".formatted(first.person().calledBy(), what, more), figures)
                .from(longestFirst.stream()
                        .map(champion -> champion.person().userId())
                        .toList())
                .with("silentChampions", BigDecimal.valueOf(longestFirst.size()))
                .with("daysSilent", BigDecimal.valueOf(first.daysSilent()));
    }

    static Verdict onboardingStalled(Figures figures) {
        Integer age = figures.ageDays();
        if (age == null) {
            return Verdict.UNDECIDED;
        }
        int mau = figures.usage().mau();
        Supplier<Finding> finding = () -> Finding.of(
                "The account is %s old; in the last four weeks %s used the product."
                        .formatted(days(age), mau == 0 ? "nobody" : Wording.people(mau)),
                figures,
                Measure.AGE_DAYS,
                Measure.MAU);
        if (mau >= 2 || age > 90) {
            return new Verdict.Over(finding);
        }
        return age >= 14 ? new Verdict.Holds(Severity.MEDIUM, finding) : Verdict.UNDECIDED;
    }
}
