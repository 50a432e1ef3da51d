package dev.bellwether.health.score.flag;

import static dev.bellwether.health.score.flag.Wording.days;

import dev.bellwether.contracts.PaymentFailed;
import dev.bellwether.contracts.Severity;
import dev.bellwether.health.score.Measure;
import dev.bellwether.health.score.figure.BillingFigures;
import dev.bellwether.health.score.figure.Figures;
import dev.bellwether.health.score.memory.Invoice;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Flags about money owed. */
final class BillingRules {

    private BillingRules() {}

    static Verdict latePayment(Figures figures) {
        Integer daysPastDue = figures.billing().daysPastDue();
        if (daysPastDue == null) {
            return Verdict.UNDECIDED;
        }
        return daysPastDue == 0
                ? new Verdict.Over(() -> Finding.of("Nothing is overdue any more.", figures, Measure.DAYS_PAST_DUE))
                : new Verdict.Holds(lateSeverity(daysPastDue), () -> lateFinding(figures, daysPastDue));
    }

    private static Severity lateSeverity(int days) {
        if (days >= 60) {
            return Severity.CRITICAL;
        }
        if (days >= 30) {
            return Severity.HIGH;
        }
        return days >= 15 ? Severity.MEDIUM : Severity.LOW;
    }

    private static Finding lateFinding(Figures figures, int daysPastDue) {
        BillingFigures billing = figures.billing();
        Finding finding = Finding.of(sayLate(billing, daysPastDue), figures, Measure.DAYS_PAST_DUE)
                .from(billing.overdue().stream().map(Invoice::invoiceId).toList());
        for (Map.Entry<String, BigDecimal> amount : billing.overdueAmount().entrySet()) {
            finding = finding.with("overdueAmount." + amount.getKey(), amount.getValue());
        }
        return finding;
    }

    private static String sayLate(BillingFigures billing, int daysPastDue) {
        int count = billing.overdue().size();
        String amount = billing.overdueAmount().isEmpty() ? "" : " of " + Wording.money(billing.overdueAmount());
        return count == 1
                ? "An invoice%s is %s overdue.".formatted(amount, days(daysPastDue))
                : "%s%s are overdue, the oldest by %s."
                        .formatted(Wording.counted(count, "invoice"), amount, days(daysPastDue));
    }

    static Verdict paymentFailed(Figures figures) {
        List<PaymentFailed> failures = figures.billing().failedPayments();
        return failures.isEmpty()
                ? new Verdict.Over(() -> Finding.of(
                        "No failed payment of the last 30 days is left unsettled.",
                        figures,
                        Measure.FAILED_PAYMENTS_30))
                : new Verdict.Holds(
                        failures.size() >= 3 ? Severity.HIGH : Severity.MEDIUM, () -> failedFinding(failures, figures));
    }

    private static Finding failedFinding(List<PaymentFailed> failures, Figures figures) {
        String sentence = failures.size() == 1
                ? "A payment failed in the last 30 days and its invoice is still open."
                : "%d payments failed in the last 30 days and what they should have paid is still open."
                        .formatted(failures.size());
        return Finding.of(sentence, figures, Measure.FAILED_PAYMENTS_30)
                .from(failures.stream().map(PaymentFailed::invoiceId).distinct().toList());
    }
}
