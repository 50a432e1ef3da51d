package dev.bellwether.console.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.console.health.AccountHealth;
import dev.bellwether.console.health.AccountHealth.Cap;
import dev.bellwether.console.health.AccountHealth.Signal;
import dev.bellwether.console.wording.SignalWords;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LossTest {

    private static final SignalWords WORDS = new SignalWords(name -> Optional.empty());

    @Test
    void the_largest_loss_comes_first_and_the_bar_is_full() {
        AccountHealth health = health("62.5", List.of(), signal("payments", 20, "12.5"), signal("recency", 20, "25"));

        Loss loss = Loss.of(health, WORDS);

        assertThat(loss.total()).isEqualTo("37.5");
        assertThat(loss.parts()).extracting(Part::name).containsExactly("Recency", "Payments");
        assertThat(loss.parts()).extracting(Part::from).containsExactly("62.50", "87.50");
        assertThat(loss.parts()).extracting(Part::length).containsExactly("25.00", "12.50");
        assertThat(loss.parts()).extracting(Part::most).containsExactly("50", "50");
    }

    @Test
    void a_cap_that_binds_is_a_part_and_one_that_does_not_is_none() {
        Cap binding = new Cap("silent-28-days", decimal("30"), true, decimal("45"));
        Cap idle = new Cap("invoice-60-days-late", decimal("40"), false, decimal("0"));

        Loss loss = Loss.of(health("30", List.of(binding, idle), signal("recency", 20, "25")), WORDS);

        assertThat(loss.parts()).extracting(Part::name).containsExactly("Silent 28 days", "Recency");
        assertThat(loss.parts().getFirst().sentence()).contains("28 days").contains("at most 30");
    }

    @Test
    void a_signal_without_a_figure_is_named_and_takes_nothing() {
        Signal missing = new Signal("pulse", null, null, decimal("5"), null);

        Loss loss = Loss.of(health("90", List.of(), signal("recency", 20, "10"), missing), WORDS);

        assertThat(loss.missing()).containsExactly("Pulse");
        assertThat(loss.parts()).extracting(Part::most).containsExactly("100");
    }

    private static AccountHealth health(@Nullable String score, List<Cap> caps, Signal... signals) {
        return new AccountHealth(
                score == null ? null : decimal(score), "yellow", null, "1", null, List.of(signals), caps);
    }

    private static Signal signal(String name, int weight, String lost) {
        return new Signal(name, decimal("9"), decimal("50"), BigDecimal.valueOf(weight), decimal(lost));
    }

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }
}
