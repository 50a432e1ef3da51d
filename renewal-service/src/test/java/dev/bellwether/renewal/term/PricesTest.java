package dev.bellwether.renewal.term;

import static dev.bellwether.renewal.term.Contracted.subscription;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.contracts.agreed.Contract;
import dev.bellwether.contracts.agreed.Stretches;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every contract here costs 120,000 until its price at renewal is said. */
class PricesTest {

    @Test
    void a_price_at_renewal_that_is_said_before_the_first_term_waits_for_the_second() {
        Contracted signed = subscription("2026-01-01", "2026-12-31")
                .autoRenews()
                .on("2025-12-01")
                .atRenewal(150_000);

        assertThat(price(signed, 0)).isEqualTo(120_000);
        assertThat(price(signed, 1)).isEqualTo(150_000);
        assertThat(days(signed)).containsExactly("2026-01-01 120000", "2027-01-01 150000");
    }

    @Test
    void a_price_said_in_mid_term_holds_from_the_next_one() {
        Contracted contracted = subscription("2026-01-01", "2026-12-31")
                .autoRenews()
                .on("2027-05-01")
                .atRenewal(150_000);

        assertThat(price(contracted, 1)).isEqualTo(120_000);
        assertThat(price(contracted, 2)).isEqualTo(150_000);
    }

    @Test
    void it_holds_for_a_next_term_that_is_named() {
        Contracted named = subscription("2026-01-01", "2026-12-31")
                .on("2025-12-01")
                .atRenewal(150_000)
                .on("2026-11-01")
                .term("2027-01-01", "2027-12-31");

        assertThat(price(named, 0)).isEqualTo(150_000);
    }

    @Test
    void a_first_term_that_is_put_off_is_still_the_first() {
        Contracted putOff = subscription("2026-01-01", "2026-12-31")
                .on("2025-12-01")
                .atRenewal(150_000)
                .on("2025-12-20")
                .term("2026-02-01", "2027-01-31");

        assertThat(price(putOff, 0)).isEqualTo(120_000);
    }

    private static long price(Contracted contracted, int renewals) {
        Contract contract = contracted.folded();
        return contract.annualAmount(requireNonNull(contract.period()).repeated(renewals));
    }

    private static List<String> days(Contracted contracted) {
        return Stretches.of(contracted.versions(), ZoneOffset.UTC, null).stream()
                .map(stretch -> stretch.from() + " " + stretch.annualAmount())
                .toList();
    }
}
