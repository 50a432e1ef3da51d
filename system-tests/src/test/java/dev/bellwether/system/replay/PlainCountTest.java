package dev.bellwether.system.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainCountTest {

    private static final LocalDate KEPT = LocalDate.parse("2026-01-01");

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void a_small_company() throws IOException {
        Files.writeString(folder.resolve("product_events.csv"), """
                account_id,user_id,event_at
                a,u1,2026-03-02 23:59:59
                a,u2,2026-03-03 00:00:00
                a,u2,2026-03-09 12:00:00
                a,u3,2026-03-09 13:00:00
                b,u9,2025-12-31 23:00:00
                """);
        Files.writeString(folder.resolve("invoices.csv"), """
                account_id,invoice_date,due_date,paid_date
                a,2026-02-01,2026-02-10,2026-03-09
                a,2026-03-01,2026-03-05,
                b,2026-03-01,2026-04-01,
                """);
        Files.writeString(folder.resolve("support_tickets.csv"), """
                account_id,created_at
                a,2026-03-03 00:00:01.5
                a,2026-03-09 23:00:00
                a,2026-03-10 00:00:00
                """);
    }

    @Test
    void a_week_has_seven_days_and_the_day_itself_counts() {
        assertThat(count("a", "2026-03-09")).isEqualTo(new Count(2, 0, 4, 2));
    }

    @Test
    void an_invoice_is_overdue_until_the_day_on_which_it_is_paid() {
        assertThat(count("a", "2026-03-08")).isEqualTo(new Count(2, 5, 26, 1));
    }

    @Test
    void nothing_is_known_before_it_happened() {
        assertThat(count("a", "2026-01-31")).isEqualTo(new Count(0, null, null, 0));
    }

    @Test
    void usage_that_is_no_longer_kept_counts_nowhere_and_an_invoice_not_yet_due_is_not_late() {
        assertThat(count("b", "2026-03-09")).isEqualTo(new Count(0, null, 0, 0));
    }

    private Count count(String account, String day) {
        return PlainCount.of(folder, KEPT).of(account, LocalDate.parse(day));
    }
}
