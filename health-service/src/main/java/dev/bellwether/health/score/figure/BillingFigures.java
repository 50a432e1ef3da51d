package dev.bellwether.health.score.figure;

import dev.bellwether.contracts.Currencies;
import dev.bellwether.contracts.PaymentFailed;
import dev.bellwether.health.score.memory.BusinessDays;
import dev.bellwether.health.score.memory.Invoice;
import dev.bellwether.health.score.memory.Known;
import dev.bellwether.health.score.memory.Profile;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How the account pays, as of a day.
 *
 * @param daysPastDue of the invoice overdue longest; 0 when none is; null when there never was an invoice
 * @param overdueAmount minor units by currency; never added across currencies
 * @param lateRate180 late invoices ÷ all invoices due within 180 days; null when none was
 * @param overdue the overdue invoices, longest first
 * @param failedPayments failures of the last 30 days whose invoice is still open, oldest first
 */
public record BillingFigures(
        @Nullable Integer daysPastDue,
        Map<String, BigDecimal> overdueAmount,
        @Nullable Double lateRate180,
        List<Invoice> overdue,
        List<PaymentFailed> failedPayments) {

    private static final int LATE_RATE_DAYS = 180;
    private static final int FAILURE_DAYS = 30;

    public BillingFigures {
        overdueAmount = Collections.unmodifiableMap(new TreeMap<>(overdueAmount));
        overdue = List.copyOf(overdue);
        failedPayments = List.copyOf(failedPayments);
    }

    /** Payment failures of the last 30 days whose invoice is still open. */
    public int failedPayments30() {
        return failedPayments.size();
    }

    static BillingFigures asOf(Known known, BusinessDays days) {
        LocalDate day = known.day();
        List<Invoice> overdue = known.invoices().stream()
                .filter(invoice -> invoice.daysOverdue(day) > 0)
                .sorted(Comparator.<Invoice>comparingInt(invoice -> invoice.daysOverdue(day))
                        .reversed()
                        .thenComparing(Invoice::invoiceId))
                .toList();
        return new BillingFigures(
                daysPastDue(known.invoices(), overdue, day),
                amounts(overdue, known.profile()),
                lateRate(known.invoices(), day),
                overdue,
                failedPayments(known, days));
    }

    private static @Nullable Integer daysPastDue(List<Invoice> invoices, List<Invoice> overdue, LocalDate day) {
        if (invoices.isEmpty()) {
            return null;
        }
        return overdue.isEmpty() ? 0 : overdue.getFirst().daysOverdue(day);
    }

    private static Map<String, BigDecimal> amounts(List<Invoice> overdue, Profile profile) {
        Map<String, BigDecimal> amounts = new TreeMap<>();
        for (Invoice invoice : overdue) {
            Long amount = invoice.amount();
            if (amount != null) {
                amounts.merge(currencyOf(invoice, profile), BigDecimal.valueOf(amount), BigDecimal::add);
            }
        }
        return amounts;
    }

    private static String currencyOf(Invoice invoice, Profile profile) {
        String currency = invoice.currency() != null ? invoice.currency() : profile.currency();
        return currency != null ? currency : Currencies.NONE;
    }

    private static @Nullable Double lateRate(List<Invoice> invoices, LocalDate day) {
        int due = 0;
        int late = 0;
        for (Invoice invoice : invoices) {
            if (isWithin(invoice.dueOn(), day)) {
                due++;
                late += invoice.isPaidLate() || invoice.daysOverdue(day) > 0 ? 1 : 0;
            }
        }
        return due == 0 ? null : late / (double) due;
    }

    private static boolean isWithin(@Nullable LocalDate dueOn, LocalDate day) {
        if (dueOn == null) {
            return false;
        }
        long ago = ChronoUnit.DAYS.between(dueOn, day);
        return 0 <= ago && ago < LATE_RATE_DAYS;
    }

    private static List<PaymentFailed> failedPayments(Known known, BusinessDays days) {
        Set<String> open = known.invoices().stream()
                .filter(Invoice::isOpen)
                .map(Invoice::invoiceId)
                .collect(Collectors.toSet());
        return known.failures().stream()
                .filter(failure -> days.isWithin(failure.occurredAt(), known.day(), FAILURE_DAYS))
                .filter(failure -> open.contains(failure.invoiceId()))
                .toList();
    }
}
