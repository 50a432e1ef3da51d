package dev.bellwether.alert.book;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.alert.testing.AnAccount;
import dev.bellwether.contracts.RenewalDue;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is at stake is what was said last. */
class MoneyTest {

    private final AnAccount acme = AnAccount.named("Acme");
    private final AccountRow row = new AccountRow();

    @Test
    void what_comes_late_or_again_overwrites_nothing_newer() {
        RenewalDue due = acme.due("c1", 60, 0);
        Money.note(row, due);
        Map<String, Long> worth = Money.of(row.annualValue);
        assertThat(worth).isNotEmpty();

        Money.note(row, acme.churned("c1", 5));
        Money.note(row, due);

        assertThat(Money.of(row.annualValue)).isEmpty();
        Money.note(row, acme.due("c1", 30, 10));
        assertThat(Money.of(row.annualValue)).isEqualTo(worth);
    }

    @Test
    void contracts_are_told_apart() {
        Money.note(row, acme.churned("c1", 5));
        Money.note(row, acme.due("c2", 60, 0));

        assertThat(Money.of(row.annualValue)).isNotEmpty();
    }
}
