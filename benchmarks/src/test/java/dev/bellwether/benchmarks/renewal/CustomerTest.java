package dev.bellwether.benchmarks.renewal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class CustomerTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-31");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<ProducerRecord<String, byte[]>> events = IntStream.range(0, 300)
            .mapToObj(number -> new Customer(number, TODAY))
            .flatMap(customer -> customer.events().stream())
            .toList();

    @Test
    void a_customer_has_a_profile_a_score_and_four_contracts_and_one_in_three_a_flag() {
        assertThat(events).hasSize(300 * (2 + Customer.CONTRACTS) + 100);
        assertThat(events).extracting(ProducerRecord::topic).containsOnly("account-events", "health-events");
    }

    @Test
    void every_contract_is_decided_within_119_days() throws IOException {
        for (ProducerRecord<String, byte[]> event : events) {
            JsonNode contract = JSON.readTree(event.value());
            if (contract.has("endsOn")) {
                LocalDate first = LocalDate.parse(contract.path("endsOn").asText());
                LocalDate endsOn = first.isBefore(TODAY) ? first.plusYears(1) : first;
                assertThat(endsOn.minusDays(contract.path("noticeDays").asLong()))
                        .isBetween(TODAY.plusDays(1), TODAY.plusDays(119));
            }
        }
    }

    @Test
    void every_event_has_an_id_of_its_own() {
        assertThat(events)
                .extracting(
                        event -> new String(event.headers().lastHeader("ce_id").value(), UTF_8))
                .doesNotHaveDuplicates();
    }

    @Test
    void six_questions_in_ten_are_an_owner_s() {
        assertThat(IntStream.range(0, 1000).mapToObj(Question::of))
                .filteredOn(question -> !question.owner().isEmpty())
                .hasSize(600)
                .extracting(Question::owner)
                .hasSizeGreaterThan(100);
    }
}
