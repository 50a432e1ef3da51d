package dev.bellwether.system.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.system.running.LocalSystem;
import dev.bellwether.system.running.RunningSystem;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningSystem.class)
class LatePaymentIT {

    private static final String ACCOUNT = "late-harbour";
    private static final String OWNER = "mara.lindt@lumenwork.example.com";
    private static final Duration SOON = Duration.ofSeconds(20);

    private final LocalSystem system;
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    LatePaymentIT(LocalSystem system) {
        this.system = system;
    }

    @Test
    void an_overdue_invoice_is_told_once_and_its_payment_is_told_once() {
        Map<String, Object> overdue = Happened.openInvoice(ACCOUNT, "late-1", today.minusDays(10));
        Map<String, Object> paid = Happened.paidInvoice(ACCOUNT, "late-1", today);

        send(List.of(Happened.account(ACCOUNT, "Harbour Logistics", OWNER), overdue));
        awaitMessages(1);
        assertThat(system.portfolio().flags(ACCOUNT)).containsExactly("LATE_PAYMENT");

        repeatedly(overdue);
        send(List.of(paid));
        awaitMessages(2);
        assertThat(system.portfolio().flags(ACCOUNT)).isEmpty();

        // had a repeat caused a message, it would have come before the one about the next invoice
        repeatedly(overdue);
        repeatedly(paid);
        send(List.of(Happened.openInvoice(ACCOUNT, "late-2", today.minusDays(2))));
        awaitMessages(3);
        assertTheStoryWasTold();
    }

    private void assertTheStoryWasTold() {
        assertThat(slack())
                .satisfiesExactly(
                        raised -> assertThat(words(raised)).contains("Harbour Logistics", "10 days"),
                        cleared -> assertThat(words(cleared)).contains("Harbour Logistics", "resolved"),
                        raised -> assertThat(words(raised)).contains("Harbour Logistics", "2 days"));
        assertThat(mail())
                .hasSize(3)
                .allSatisfy(mail -> assertThat(mail.path("to").asText()).isEqualTo(OWNER))
                .allSatisfy(mail -> assertThat(mail.path("subject").asText()).contains("Harbour Logistics"))
                .allSatisfy(mail -> assertThat(mail.path("text").asText())
                        .contains("of 100")
                        .contains("/accounts/" + ACCOUNT))
                .allSatisfy(mail -> assertThat(mail.path("html").asText()).contains("/accounts/" + ACCOUNT));
    }

    private void repeatedly(Map<String, Object> event) {
        for (int i = 0; i < 5; i++) {
            send(List.of(event));
        }
        send(Collections.nCopies(5, event));
    }

    private void send(List<Map<String, Object>> events) {
        assertThat(system.producer().send(events).path("accepted").asInt()).isEqualTo(events.size());
    }

    private void awaitMessages(int count) {
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(slack()).hasSize(count);
            assertThat(mail()).hasSize(count);
        });
    }

    private List<JsonNode> slack() {
        return system.slack().messagesWith("/accounts/" + ACCOUNT);
    }

    private List<JsonNode> mail() {
        return system.mail().messagesWith("/accounts/" + ACCOUNT);
    }

    private static String words(JsonNode message) {
        return message.toString();
    }
}
