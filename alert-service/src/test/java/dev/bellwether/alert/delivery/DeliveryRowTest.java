package dev.bellwether.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.alert.message.Group;
import dev.bellwether.alert.message.Item;
import dev.bellwether.alert.message.MessageJson;
import dev.bellwether.alert.message.Update;
import dev.bellwether.alert.testing.AnAccount;
import dev.bellwether.contracts.Severity;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeliveryRowTest {

    @Test
    void what_may_have_arrived_is_not_replaced_under_its_key_by_something_newer() {
        DeliveryRow row = new DeliveryRow();
        AnAccount acme = AnAccount.named("Acme");
        var item = new Item(UUID.randomUUID(), Severity.HIGH, "open", null, acme.latePayment("f1", 0));
        row.content = MessageJson.write(new Update(new Group(acme.id(), List.of(item))));
        assertThat(row.waitsInSilence()).isTrue();

        row.settle(new Outcome.Doubtful("HTTP 502", Outcome.LONGEST_PAUSE), again(row), row.createdAt);

        assertThat(row.waits()).isTrue();
        assertThat(row.waitsInSilence()).isFalse();
    }

    private static Backoff.Next again(DeliveryRow row) {
        return new Backoff.Next.Again(row.createdAt, "HTTP 502");
    }
}
