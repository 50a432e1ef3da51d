package dev.bellwether.health.score.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.contracts.InvoiceStatus;
import dev.bellwether.health.score.Story;
import dev.bellwether.health.score.memory.Invoice;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BillingFiguresTest {

    @Test
    void an_open_invoice_is_overdue_from_the_day_after_it_was_due() {
        Story story = Story.ofAnAccount().invoiced("2026-03-01", "i1", 12_00, "2026-03-15");
        assertThat(story.figures("2026-02-28").billing().daysPastDue())
                .as("no invoice yet")
                .isNull();
        assertThat(story.figures("2026-03-15").billing().daysPastDue()).isZero();
        assertThat(story.figures("2026-03-16").billing().daysPastDue()).isOne();
    }

    @Test
    void an_invoice_paid_on_the_20th_was_overdue_on_the_10th() {
        Story story = Story.ofAnAccount()
                .invoiced("2026-03-01", "i1", 12_00, "2026-03-05")
                .paid("2026-03-20", "i1");
        assertThat(story.figures("2026-03-10").billing().daysPastDue()).isEqualTo(5);
        assertThat(story.figures("2026-03-20").billing().daysPastDue()).isZero();
    }

    @Test
    void the_oldest_counts_and_amounts_add_up() {
        BillingFigures billing = Story.ofAnAccount()
                .invoiced("2026-03-01", "i1", 12_00, "2026-03-05")
                .invoiced("2026-03-01", "i2", 30_00, "2026-03-03")
                .invoiced("2026-03-01", "i3", 99_00, "2026-03-30")
                .figures("2026-03-10")
                .billing();
        assertThat(billing.daysPastDue()).isEqualTo(7);
        assertThat(billing.overdueAmount()).isEqualTo(Map.of("EUR", BigDecimal.valueOf(42_00)));
        assertThat(billing.overdue()).extracting(Invoice::invoiceId).containsExactly("i2", "i1");
    }

    @Test
    void the_late_rate_is_of_all_invoices_due_in_180_days() {
        Story story = Story.ofAnAccount()
                .invoiced("2026-01-01", "on time", 1, "2026-01-10")
                .paid("2026-01-10", "on time")
                .invoiced("2026-01-01", "late", 1, "2026-01-10")
                .paid("2026-01-11", "late")
                .invoiced("2026-01-01", "overdue", 1, "2026-02-10")
                .invoiced("2026-01-01", "void", 1, "2026-02-10")
                .invoice("2026-01-02", "void", InvoiceStatus.VOID)
                .invoiced("2026-01-01", "not yet", 1, "2026-07-09");
        assertThat(story.figures("2026-01-09").billing().lateRate180()).isNull();
        assertThat(story.figures("2026-03-01").billing().lateRate180()).isEqualTo(0.5);
        assertThat(story.figures("2026-07-08").billing().lateRate180())
                .as("179 days later")
                .isEqualTo(0.5);
        assertThat(story.figures("2026-07-09").billing().lateRate180())
                .as("both of January gone")
                .isEqualTo(1 / 3.0);
    }

    @Test
    void failed_payments_count_for_30_days_while_their_invoice_is_open() {
        Story story = Story.ofAnAccount()
                .invoiced("2026-03-01", "i1", 12_00, "2026-03-05")
                .paymentFailed("2026-03-05", "i1")
                .paymentFailed("2026-03-08", "i1")
                .paymentFailed("2026-03-08", "nobody knows this invoice");
        assertThat(story.figures("2026-03-10").billing().failedPayments30()).isEqualTo(2);
        assertThat(story.figures("2026-04-03").billing().failedPayments30()).isEqualTo(2);
        assertThat(story.figures("2026-04-04").billing().failedPayments30()).isOne();
        story.paid("2026-03-20", "i1");
        assertThat(story.figures("2026-03-20").billing().failedPayments30()).isZero();
    }
}
