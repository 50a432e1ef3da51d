package dev.bellwether.system.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.system.running.LocalSystem;
import dev.bellwether.system.running.Producer;
import dev.bellwether.system.running.RunningSystem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningSystem.class)
class BadEventIT {

    private static final String ACCOUNT = "bad-event";
    private static final Duration SOON = Duration.ofSeconds(10);

    private final LocalSystem system;

    BadEventIT(LocalSystem system) {
        this.system = system;
    }

    @Test
    void a_bad_event_is_named_kept_and_does_not_hold_up_the_good_ones() {
        Instant now = Instant.now();
        Map<String, Object> bad = Producer.event(
                "bellwether.invoice", "bad-1", ACCOUNT, now, Map.of("invoiceId", "i", "dueOn", "the day after"));

        JsonNode answer = system.producer()
                .send(List.of(Happened.usage(ACCOUNT, "u1", now), bad, Happened.usage(ACCOUNT, "u2", now)));

        assertThat(answer.path("accepted").asInt()).isEqualTo(2);
        assertThat(answer.path("rejected")).hasSize(1);
        JsonNode rejected = answer.path("rejected").get(0);
        assertThat(rejected.path("index").asInt()).isEqualTo(1);
        assertThat(rejected.path("id").asText()).isEqualTo("bad-1");
        assertThat(rejected.path("errors").get(0).path("pointer").asText()).endsWith("/data/dueOn");
        await().atMost(SOON).untilAsserted(() -> assertThat(wau()).isEqualTo(2));
        assertThat(deadLetters("the day after"))
                .singleElement()
                .satisfies(letter -> assertThat(letter.headers()).contains("dueOn"));
    }

    @Test
    void a_poisoned_record_goes_to_the_dead_letters_and_the_partition_goes_on() {
        try (Log log = new Log(system.local().kafka())) {
            log.publish("usage-events", ACCOUNT + "-poison", "{\"poison".getBytes(StandardCharsets.UTF_8));
        }

        system.producer().send(List.of(Happened.usage(ACCOUNT + "-poison", "u1", Instant.now())));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(system.portfolio().account(ACCOUNT + "-poison"))
                        .isPresent());
        assertThat(deadLetters("{\"poison")).isNotEmpty();
    }

    @Test
    void an_operator_finds_looks_at_and_replays_a_letter_by_command() {
        String account = ACCOUNT + "-by-command";
        try (Log log = new Log(system.local().kafka())) {
            log.publish("billing-events", account, "{\"overdrawn".getBytes(StandardCharsets.UTF_8));
        }
        await().atMost(SOON).until(() -> !letters(account).contains("no dead letters"));

        assertThat(letters(account)).contains("billing-events", "/specversion is required");
        String id = letters(account).lines().skip(1).findFirst().orElseThrow().split(" ")[0];
        assertThat(system.commands().run("dead-letters", "show", id)).endsWith("\n{\"overdrawn\n");
        assertThat(system.commands().run("dead-letters", "replay", id)).contains(id + " was sent to billing-events");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(letters(account).lines()).hasSize(3));
    }

    private String letters(String account) {
        return system.commands().run("dead-letters", "list", "--account", account);
    }

    private int wau() {
        return system.portfolio()
                .account(ACCOUNT)
                .map(account -> account.path("figures").path("wau").asInt())
                .orElse(0);
    }

    private List<Log.Letter> deadLetters(String bytes) {
        try (Log log = new Log(system.local().kafka())) {
            return log.all("dead-letters").stream()
                    .filter(letter -> letter.value().contains(bytes))
                    .toList();
        }
    }
}
