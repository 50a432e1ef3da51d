package dev.bellwether.system.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.system.running.LocalSystem;
import dev.bellwether.system.running.RunningSystem;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningSystem.class)
class RenewalIT {

    private static final String ACCOUNT = "renewing-mill";
    private static final String OWNER = "ayo.bello@lumenwork.example.com";
    private static final Duration SOON = Duration.ofSeconds(30);

    private final LocalSystem system;

    RenewalIT(LocalSystem system) {
        this.system = system;
    }

    @Test
    void a_decision_in_thirty_days_is_told_once_with_the_health_of_the_account() {
        Map<String, Object> contract = Happened.subscription(
                ACCOUNT, "renewing-1", LocalDate.now(ZoneOffset.UTC).plusDays(60), 30);

        system.producer().send(aHealthyAccount());
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(system.portfolio()
                                .account(ACCOUNT)
                                .map(account ->
                                        account.path("health").path("band").asText()))
                        .contains("green"));
        system.producer().send(List.of(contract));

        await().atMost(SOON).untilAsserted(() -> assertThat(told()).hasSize(2));
        system.producer().send(List.of(contract));
        system.producer().send(List.of(Happened.openInvoice(ACCOUNT, "renewing-late", yesterday())));
        // the message about the invoice comes after any that the repeated contract had caused
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(about("an invoice is overdue")).isNotEmpty());

        assertThat(told())
                .hasSize(2)
                .allSatisfy(message -> assertThat(message.toString()).contains("30 days", "green", "24,000"));
        assertThat(system.mail().messagesWith("decision in 30 days"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.path("to").asText()).isEqualTo(OWNER));
    }

    private static List<Map<String, Object>> aHealthyAccount() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        List<Map<String, Object>> events = new ArrayList<>();
        events.add(Happened.account(ACCOUNT, "Renewing Mill", OWNER));
        events.add(Happened.seats(ACCOUNT, 4));
        for (String user : List.of("u1", "u2", "u3")) {
            events.add(Happened.usage(ACCOUNT, user, now));
        }
        return events;
    }

    /** The renewal's messages in Slack and by mail; that one of them is edited when the invoice joins it tells nobody anew. */
    private List<JsonNode> told() {
        return about("decision in 30 days").stream()
                .filter(message -> !message.path("path").asText().endsWith("chat.update"))
                .toList();
    }

    private List<JsonNode> about(String words) {
        List<JsonNode> messages = new ArrayList<>(system.slack().messagesWith("/accounts/" + ACCOUNT));
        messages.addAll(system.mail().messagesWith("/accounts/" + ACCOUNT));
        return messages.stream()
                .filter(message -> message.toString().contains(words))
                .toList();
    }

    private static LocalDate yesterday() {
        return LocalDate.now(ZoneOffset.UTC).minusDays(1);
    }
}
