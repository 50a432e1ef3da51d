package dev.bellwether.health.score.memory;

import dev.bellwether.contracts.EventIds;
import dev.bellwether.contracts.InvoiceChanged;
import dev.bellwether.contracts.InvoiceStatus;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an invoice as of a day.
 *
 * @param amount in minor units of the currency
 * @param paidOn as the source says; else, for a paid invoice, the day on which it was first heard to be paid since it was last anything else
 */
public record Invoice(
        String invoiceId,
        @Nullable Long amount,
        @Nullable String currency,
        @Nullable LocalDate issuedOn,
        @Nullable LocalDate dueOn,
        @Nullable InvoiceStatus status,
        @Nullable LocalDate paidOn) {

    /** Whether somebody said it is open; an invoice of unknown status is not. */
    public boolean isOpen() {
        return status == InvoiceStatus.OPEN;
    }

    /** Whole days since the due date of an open invoice; 0 when it is not open or not yet overdue. */
    public int daysOverdue(LocalDate day) {
        return isOpen() && dueOn != null ? (int) Math.max(0, ChronoUnit.DAYS.between(dueOn, day)) : 0;
    }

    /** Whether it was paid, but after the due date. */
    public boolean isPaidLate() {
        return status == InvoiceStatus.PAID && paidOn != null && dueOn != null && paidOn.isAfter(dueOn);
    }

    record Folding(BusinessDays days) implements Fold<InvoiceChanged, Invoice> {

        // at the same instant "paid", "void" and "uncollectible" are newer than "open", whatever their ids
        private static final Comparator<InvoiceChanged> BY_STATUS = Comparator.comparing(InvoiceChanged::occurredAt)
                .thenComparing(version -> version.status() != InvoiceStatus.OPEN)
                .thenComparing(InvoiceChanged::id, EventIds.ORDER);

        @Override
        public String idOf(InvoiceChanged version) {
            return version.invoiceId();
        }

        @Override
        public Invoice fold(String id, List<InvoiceChanged> versions) {
            List<InvoiceChanged> statuses = versions.stream()
                    .filter(version -> version.status() != null)
                    .sorted(BY_STATUS)
                    .toList();
            LocalDate paidOn = Fold.newest(versions, InvoiceChanged::paidOn);
            return new Invoice(
                    id,
                    Fold.newest(versions, InvoiceChanged::amount),
                    Fold.newest(versions, InvoiceChanged::currency),
                    Fold.newest(versions, InvoiceChanged::issuedOn),
                    Fold.newest(versions, InvoiceChanged::dueOn),
                    Fold.newest(statuses, InvoiceChanged::status),
                    paidOn != null ? paidOn : heardPaidOn(statuses));
        }

        /** The day of the first "paid" of the last unbroken run of them. */
        private @Nullable LocalDate heardPaidOn(List<InvoiceChanged> statuses) {
            LocalDate first = null;
            for (InvoiceChanged version : statuses.reversed()) {
                if (version.status() != InvoiceStatus.PAID) {
                    break;
                }
                first = days.dateOf(version.occurredAt());
            }
            return first;
        }
    }
}
