package dev.bellwether.health.score.flag;

import static dev.bellwether.health.score.flag.Wording.days;
import static dev.bellwether.health.score.flag.Wording.people;

import dev.bellwether.contracts.Severity;
import dev.bellwether.health.score.Measure;
import dev.bellwether.health.score.figure.Figures;
import dev.bellwether.health.score.figure.UsageFigures;
import java.util.function.Supplier;

/** Flags about how much the product is used. */
final class UsageRules {

    private UsageRules() {}

    static Verdict drop(Figures figures) {
        UsageFigures usage = figures.usage();
        Double trend = usage.trend();
        Double baseline = usage.baseline();
        if (trend == null || baseline == null) {
            return Verdict.UNDECIDED;
        }
        Supplier<Finding> finding = () -> Finding.of(
                "%s used the product this week; %s is usual for this account (%s)."
                        .formatted(people(usage.wau()), Wording.number(baseline), Wording.change(trend)),
                figures,
                Measure.TREND,
                Measure.WAU,
                Measure.BASELINE);
        if (trend >= 0.75) {
            return new Verdict.Over(finding);
        }
        return trend <= 0.6 && baseline >= 3 ? new Verdict.Holds(dropSeverity(trend), finding) : Verdict.UNDECIDED;
    }

    private static Severity dropSeverity(double trend) {
        if (trend <= 0.2) {
            return Severity.CRITICAL;
        }
        return trend <= 0.4 ? Severity.HIGH : Severity.MEDIUM;
    }

    static Verdict lowAdoption(Figures figures) {
        UsageFigures usage = figures.usage();
        Double utilisation = usage.seatUtilisation();
        Integer seats = usage.seats();
        Integer age = figures.ageDays();
        if (utilisation == null || seats == null || age == null) {
            return Verdict.UNDECIDED;
        }
        Supplier<Finding> finding = () -> Finding.of(
                Wording.adoption(usage.mau(), seats, utilisation) + ".",
                figures,
                Measure.SEAT_UTILISATION,
                Measure.MAU,
                Measure.SEATS,
                Measure.AGE_DAYS);
        if (utilisation >= 0.4) {
            return new Verdict.Over(finding);
        }
        return utilisation < 0.3 && age > 30 ? new Verdict.Holds(Severity.LOW, finding) : Verdict.UNDECIDED;
    }

    static Verdict inactive(Figures figures) {
        UsageFigures usage = figures.usage();
        Integer inactive = usage.daysInactive();
        if (inactive == null) {
            return Verdict.UNDECIDED;
        }
        if (inactive <= 1) {
            return new Verdict.Over(
                    () -> Finding.of("The product is in use again.", figures, Measure.DAYS_INACTIVE, Measure.WAU));
        }
        return inactive >= 7 && usage.activeDaysBefore() >= 3
                ? new Verdict.Holds(inactiveSeverity(inactive), () -> inactiveFinding(figures, inactive))
                : Verdict.UNDECIDED;
    }

    private static Severity inactiveSeverity(int days) {
        if (days >= 28) {
            return Severity.CRITICAL;
        }
        return days >= 14 ? Severity.HIGH : Severity.LOW;
    }

    private static Finding inactiveFinding(Figures figures, int inactive) {
        return Finding.of(
                "Nobody has used the product for %s; before that it was in use on %d of 28 days."
                        .formatted(days(inactive), figures.usage().activeDaysBefore()),
                figures,
                Measure.DAYS_INACTIVE,
                Measure.ACTIVE_DAYS_BEFORE);
    }
}
