package dev.bellwether.health.simulation;

import static dev.bellwether.health.simulation.KnownFacts.number;
import static dev.bellwether.health.simulation.KnownFacts.ratio;

import dev.bellwether.contracts.AccountDescribed;
import dev.bellwether.contracts.InvoiceChanged;
import dev.bellwether.contracts.InvoiceStatus;
import dev.bellwether.contracts.PaymentFailed;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The figures of billing. */
final class BillingByTheBook {

    private final KnownFacts known;
    private final Map<String, List<InvoiceChanged>> invoices;

    BillingByTheBook(KnownFacts known) {
        this.known = known;
        invoices = known.gathered(InvoiceChanged.class, InvoiceChanged::invoiceId);
    }

    void tell(FigureSheet sheet) {
        if (!invoices.isEmpty()) {
            sheet.put(
                    "daysPastDue",
                    number(invoices.values().stream()
                            .filter(this::overdue)
                            .mapToLong(invoice -> known.since(dueOn(invoice)))
                            .max()
                            .orElse(0)));
        }
        Map<String, Long> amounts = new TreeMap<>();
        invoices.values().stream().filter(this::overdue).forEach(invoice -> {
            Long amount = KnownFacts.newest(invoice, InvoiceChanged::amount);
            if (amount != null) {
                amounts.merge(currency(invoice), amount, Long::sum);
            }
        });
        amounts.forEach((currency, amount) -> sheet.put("overdueAmount." + currency, number(amount)));
        List<List<InvoiceChanged>> due =
                invoices.values().stream().filter(this::dueLately).toList();
        if (!due.isEmpty()) {
            sheet.put("lateRate180", ratio(due.stream().filter(this::late).count(), due.size()));
        }
        sheet.put("failedPayments30", number(failedPayments()));
    }

    /** The invoice's own, else the account's, else XXX: no currency. */
    private String currency(List<InvoiceChanged> invoice) {
        String own = KnownFacts.newest(invoice, InvoiceChanged::currency);
        String accounts = KnownFacts.newest(known.all(AccountDescribed.class).toList(), AccountDescribed::currency);
        return own != null ? own : accounts != null ? accounts : "XXX";
    }

    private long failedPayments() {
        return known.all(PaymentFailed.class)
                .filter(failure -> known.withinDays(failure, 30))
                .filter(failure -> status(invoices.getOrDefault(failure.invoiceId(), List.of())) == InvoiceStatus.OPEN)
                .count();
    }

    private boolean dueLately(List<InvoiceChanged> invoice) {
        LocalDate dueOn = KnownFacts.newest(invoice, InvoiceChanged::dueOn);
        return dueOn != null && known.withinDays(dueOn, 180);
    }

    private boolean late(List<InvoiceChanged> invoice) {
        return overdue(invoice)
                || (status(invoice) == InvoiceStatus.PAID && paidOn(invoice).isAfter(dueOn(invoice)));
    }

    private boolean overdue(List<InvoiceChanged> invoice) {
        return status(invoice) == InvoiceStatus.OPEN && dueOn(invoice).isBefore(known.day());
    }

    /** An invoice that never said when it is due is never overdue. */
    private static LocalDate dueOn(List<InvoiceChanged> invoice) {
        LocalDate dueOn = KnownFacts.newest(invoice, InvoiceChanged::dueOn);
        return dueOn == null ? LocalDate.MAX : dueOn;
    }

    /** When it was not said on which day it was paid, it was the day of the newest event that says so. */
    private LocalDate paidOn(List<InvoiceChanged> invoice) {
        LocalDate said = KnownFacts.newest(invoice, InvoiceChanged::paidOn);
        return said != null
                ? said
                : invoice.stream()
                        .filter(version -> version.status() == InvoiceStatus.PAID)
                        .map(known::dayOf)
                        .max(Comparator.naturalOrder())
                        .orElse(LocalDate.MIN);
    }

    /** Last wins; paid, void and uncollectible are final against an older or equal open. */
    private static @Nullable InvoiceStatus status(List<InvoiceChanged> versions) {
        return versions.stream()
                .filter(version -> version.status() != null)
                .max(Comparator.comparing((InvoiceChanged version) -> version.occurredAt())
                        .thenComparing(version -> version.status() != InvoiceStatus.OPEN)
                        .thenComparing(InvoiceChanged::id))
                .map(InvoiceChanged::status)
                .orElse(null);
    }
}
