package dev.bellwether.benchmarks.day;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class CustomerTest {

    private final Customer customer = new Customer(7, LocalDate.parse("2026-03-31"));

    @Test
    void a_customer_has_a_profile_usage_an_invoice_and_a_ticket() {
        assertThat(customer.events())
                .extracting(ProducerRecord::topic)
                .containsOnly("account-events", "usage-events", "billing-events", "support-events")
                .hasSize(1 + 2 * Customer.USERS + 2);
    }

    @Test
    void its_events_meet_in_one_partition() {
        assertThat(customer.events()).extracting(ProducerRecord::key).containsOnly("account-10007");
    }

    @Test
    void its_events_have_ids_of_their_own() {
        assertThat(customer.events())
                .extracting(
                        event -> new String(event.headers().lastHeader("ce_id").value(), UTF_8))
                .doesNotHaveDuplicates();
    }

    @Test
    void what_they_say_is_json() throws IOException {
        for (ProducerRecord<String, byte[]> event : customer.events()) {
            assertThat(new ObjectMapper().readTree(event.value()).isObject()).isTrue();
        }
    }
}
