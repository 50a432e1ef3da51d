package dev.bellwether.alert.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.alert.testing.AnAccount;
import dev.bellwether.contracts.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SummaryTest {

    private final Entry first = entry(Entry.Change.RAISED);
    private final Entry second = entry(Entry.Change.RAISED);
    private final Summary summary = new Summary(List.of(first, second), 3);

    @Test
    void what_is_left_out_is_neither_listed_nor_counted() {
        assertThat(summary.without(Set.of(first.alert()), 2)).contains(new Summary(List.of(second), 1));
        assertThat(summary.without(Set.of(), 0)).contains(summary);
        assertThat(summary.without(Set.of(first.alert(), second.alert()), 3)).isEmpty();
        assertThat(summary.without(Set.of(first.alert(), second.alert()), 2)).contains(new Summary(List.of(), 1));
    }

    @Test
    void what_is_shown_anew_stays_in_its_place() {
        Entry over = entry(Entry.Change.CLEARED).under(second.alert());

        assertThat(summary.with(Map.of(second.alert(), over, UUID.randomUUID(), over)))
                .isEqualTo(new Summary(List.of(first, over), 3));
    }

    @Test
    void less_than_nothing_is_refused() {
        assertThatThrownBy(() -> new Summary(List.of(), -1)).hasMessageContaining("-1");
    }

    private static Entry entry(Entry.Change change) {
        return new Entry(
                UUID.randomUUID(),
                change,
                Severity.LOW,
                Map.of(),
                Optional.empty(),
                AnAccount.named("Acme").latePayment("f1", 0));
    }
}
