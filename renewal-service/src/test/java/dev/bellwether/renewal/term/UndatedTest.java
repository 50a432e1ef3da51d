package dev.bellwether.renewal.term;

import static dev.bellwether.renewal.term.Contracted.subscription;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.contracts.ContractKind;
import dev.bellwether.contracts.ContractStatus;
import dev.bellwether.contracts.agreed.Contract;
import org.junit.jupiter.api.Test;

/** Agreed without usable dates. */
class UndatedTest {

    private final Contract left =
            subscription("2026-01-01", "2026-03-31").cancelledOn("2026-02-01").folded();

    @Test
    void an_agreed_subscription_keeps_its_account_though_nobody_said_when_it_runs() {
        assertThat(lookWith(Contracted.of("c-2", ContractKind.SUBSCRIPTION, "2026-06-01", "2026-01-01"))
                        .endsTold())
                .isEmpty();
    }

    @Test
    void a_draft_and_a_trial_without_dates_keep_none() {
        assertThat(lookWith(Contracted.of("c-2", ContractKind.SUBSCRIPTION, "2026-06-01", "2026-01-01")
                                .status(ContractStatus.DRAFT))
                        .endsTold())
                .containsExactly("Churned c-1 2026-03-31");
        assertThat(lookWith(Contracted.of("c-2", ContractKind.TRIAL, "2026-06-01", "2026-01-01"))
                        .endsTold())
                .containsExactly("Churned c-1 2026-03-31");
    }

    private Watching lookWith(Contracted other) {
        return new Watching().look("2026-04-01", left, other.folded());
    }
}
