package dev.bellwether.health.letters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.bellwether.messaging.testing.BackingServices;
import dev.bellwether.messaging.testing.TestTopic;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the engine refuses, of every sort, as the operator finds it. */
@QuarkusTest
@QuarkusTestResource(value = BackingServices.class, initArgs = @ResourceArg(name = "service", value = "health"))
class RefusedRecordsTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String USAGE = "{\"userId\":\"ann\",\"feature\":\"export\"}";

    @Inject
    MeterRegistry meters;

    private final String account = "refused-" + UUID.randomUUID();

    @Test
    void what_is_no_event_or_no_json_keeps_its_bytes_and_says_where_it_lies() {
        byte[] noText = {'{', (byte) 0xff, 0, '}'};
        TestTopic.send(List.of(new ProducerRecord<>("billing-events", account, noText)));
        Map<String, Object> first = theLetter();
        assertThat(Desk.text(first, "reason"))
                .contains("/specversion is required", "/id is required", "/source is required", "/type is required");
        assertThat(Desk.text(first, "origin")).contains("topic=billing-events", "partition=", "offset=");
        Desk.get("/v1/dead-letters/" + first.get("id"))
                .body("body.encoding", equalTo("base64"))
                .body("body.content", equalTo(Base64.getEncoder().encodeToString(noText)));

        TestTopic.send(List.of(event("usage-events", "bellwether.usage", "{\"poison")));
        await().atMost(SOON).until(() -> Desk.letters(account).size() == 2);
        Map<String, Object> newest = Desk.letters(account).getFirst();
        assertThat(Desk.text(newest, "reason")).contains("is not JSON: line 1");
        Desk.get("/v1/dead-letters/" + newest.get("id"))
                .body("type", equalTo("bellwether.usage"))
                .body("headers.find { it.name == 'ce_source' }.value.content", equalTo("/test"))
                .body("body.encoding", equalTo("utf-8"))
                .body("body.content", equalTo("{\"poison"));
    }

    @Test
    void of_an_invalid_fact_every_wrong_field_is_named() {
        TestTopic.send(List.of(event(
                "billing-events",
                "bellwether.invoice",
                "{\"amount\":\"ten\",\"currency\":\"EURO\",\"dueOn\":\"the day after\",\"status\":\"lost\"}")));

        assertThat(Desk.text(theLetter(), "reason"))
                .contains("/invoiceId is required", "/amount ", "/currency ", "/dueOn ", "/status ");
    }

    @Test
    void what_is_too_large_to_be_a_fact_is_refused_and_kept_whole_or_shortened_and_says_so() {
        String long_ = "x".repeat(200_000);
        TestTopic.send(List.of(event("usage-events", "bellwether.usage", "{\"userId\":\"" + long_ + "\"}")));
        Map<String, Object> whole = theLetter();
        assertThat(Desk.text(whole, "reason")).contains("text that is too long");
        assertThat(whole.get("shortenedFrom")).isNull();
        assertThat(whole.get("size")).isEqualTo(long_.length() + "{'userId':''}".length());

        int large = 9 * 1024 * 1024;
        TestTopic.send(List.of(event("usage-events", "bellwether.usage", "x".repeat(large))));
        await().atMost(SOON).until(() -> Desk.letters(account).size() == 2);
        Map<String, Object> shortened = Desk.letters(account).getFirst();
        assertThat(shortened.get("shortenedFrom")).isEqualTo(large);
        assertThat(shortened.get("size")).isEqualTo(64 * 1024);
        Desk.post("/v1/dead-letters/" + shortened.get("id") + "/replay")
                .statusCode(409)
                .body("type", equalTo("https://bellwether.dev/problems/not-replayable"))
                .body("detail", org.hamcrest.Matchers.containsString("first 65536 of its " + large + " bytes"));
    }

    @Test
    void a_fact_of_the_future_is_refused_as_often_as_it_is_replayed_before_its_time() {
        TestTopic.send(List.of(with(
                event("usage-events", "bellwether.usage", USAGE),
                "ce_time",
                Instant.now().plus(Duration.ofHours(1)).toString().getBytes(UTF_8))));
        Map<String, Object> first = theLetter();
        assertThat(first.get("reason")).isEqualTo("/time is more than 10 minutes in the future");

        Desk.post("/v1/dead-letters/" + first.get("id") + "/replay").statusCode(200);

        await().atMost(SOON).until(() -> Desk.letters(account).size() == 2);
        Map<String, Object> again = Desk.letters(account).getFirst();
        assertThat(again.get("reason")).isEqualTo(first.get("reason"));
        assertThat(again.get("origin")).isNotEqualTo(first.get("origin"));
        assertThat(again.get("replayedAt")).isNull();
        Desk.get("/v1/dead-letters/" + again.get("id")).body("body.content", equalTo(USAGE));
    }

    @Test
    void a_record_without_value_or_without_key_is_kept_like_any_other() {
        TestTopic.send(List.of(new ProducerRecord<>("usage-events", account, null)));
        Map<String, Object> empty = theLetter();
        assertThat(empty.get("reason")).isEqualTo("has no value");
        Desk.get("/v1/dead-letters/" + empty.get("id"))
                .body("body", nullValue())
                .body("size", equalTo(0));

        ProducerRecord<String, byte[]> keyless = new ProducerRecord<>("usage-events", null, USAGE.getBytes(UTF_8));
        event("usage-events", "bellwether.usage", USAGE).headers().forEach(keyless.headers()::add);
        TestTopic.send(List.of(keyless));
        await().atMost(SOON).until(() -> Desk.letters(account).size() == 2);
        assertThat(Desk.letters(account).getFirst().get("reason")).isEqualTo("/key is required: the account id");
    }

    @Test
    void an_attribute_that_is_no_utf_8_is_refused_and_its_bytes_are_shown() {
        TestTopic.send(List.of(
                with(event("usage-events", "bellwether.usage", USAGE), "ce_id", new byte[] {'e', (byte) 0xff})));

        Map<String, Object> letter = theLetter();
        assertThat(letter.get("reason")).isEqualTo("/id must be UTF-8, and some of it is not");
        Desk.get("/v1/dead-letters/" + letter.get("id"))
                .body("headers.find { it.name == 'ce_id' }.value.encoding", equalTo("base64"))
                .body("headers.find { it.name == 'ce_id' }.value.content", equalTo("Zf8="));
    }

    @Test
    void an_event_on_a_topic_that_is_not_its_types_is_refused_and_its_replay_finds_the_right_one() {
        TestTopic.send(List.of(event(
                "usage-events",
                "bellwether.ticket",
                "{\"ticketId\":\"t-1\",\"openedAt\":\"" + Instant.now().minusSeconds(60)
                        + "\",\"status\":\"open\",\"priority\":\"high\"}")));
        Map<String, Object> letter = theLetter();
        assertThat(letter.get("reason")).isEqualTo("/type bellwether.ticket belongs on the topic support-events");
        Desk.account(account).statusCode(404);

        Desk.post("/v1/dead-letters/" + letter.get("id") + "/replay")
                .statusCode(200)
                .body("to.topic", equalTo("support-events"));

        await().atMost(SOON).untilAsserted(() -> Desk.account(account).body("figures.openTickets", equalTo(1)));
        assertThat(Desk.letters(account)).hasSize(1);
    }

    @Test
    void an_event_in_a_partition_that_is_not_its_accounts_is_moved_there_and_counts_once() {
        double before = misplaced();
        List<ProducerRecord<String, byte[]>> everywhere =
                List.of(0, 1, 2).stream().map(this::usageIn).toList();

        TestTopic.send(everywhere);
        TestTopic.send(everywhere);

        await().atMost(SOON).untilAsserted(() -> assertThat(misplaced()).isEqualTo(before + 4));
        await().atMost(SOON)
                .untilAsserted(
                        () -> Desk.account(account).body("figures.wau", equalTo(3), "figures.volume7", equalTo(3)));
        assertThat(Desk.letters(account)).isEmpty();
    }

    @Test
    void one_that_is_too_large_to_be_moved_is_kept_as_a_letter_and_those_beside_it_are_moved() {
        String large = " ".repeat(9 * 1024 * 1024);
        TestTopic.send(IntStream.range(0, 3)
                .boxed()
                .flatMap(partition -> Stream.of(usageIn(partition), usageIn(partition, "large-", large)))
                .toList());

        await().atMost(SOON).untilAsserted(() -> Desk.account(account).body("figures.wau", equalTo(4)));
        await().atMost(SOON).until(() -> Desk.letters(account).size() == 2);
        assertThat(Desk.letters(account)).allSatisfy(letter -> {
            assertThat(Desk.text(letter, "reason")).contains("too large to be moved");
            assertThat(letter.get("shortenedFrom")).isNotNull();
        });
    }

    private ProducerRecord<String, byte[]> usageIn(int partition) {
        return usageIn(partition, "user-", "");
    }

    private ProducerRecord<String, byte[]> usageIn(int partition, String user, String end) {
        ProducerRecord<String, byte[]> usage =
                event("usage-events", "bellwether.usage", USAGE.replace("ann", user + partition) + end);
        return new ProducerRecord<>(usage.topic(), partition, usage.key(), usage.value(), usage.headers());
    }

    private double misplaced() {
        return meters.counter("bellwether.health.events", "type", "usage", "outcome", "misplaced")
                .count();
    }

    @Test
    void credentials_that_a_bridge_took_along_are_not_shown() {
        TestTopic.send(List.of(with(
                event("usage-events", "bellwether.usage", "[]"), "Authorization", "Bearer s3cret".getBytes(UTF_8))));

        String shown = Desk.get("/v1/dead-letters/" + theLetter().get("id"))
                .statusCode(200)
                .extract()
                .asString();
        assertThat(shown).contains("Authorization", "(hidden)").doesNotContain("s3cret");
    }

    private Map<String, Object> theLetter() {
        await().atMost(SOON).until(() -> !Desk.letters(account).isEmpty());
        List<Map<String, Object>> letters = Desk.letters(account);
        assertThat(letters).hasSize(1);
        return letters.getFirst();
    }

    private ProducerRecord<String, byte[]> event(String topic, String type, String data) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, account, data.getBytes(UTF_8));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_source",
                        "/test",
                        "ce_type",
                        type,
                        "ce_subject",
                        account)
                .forEach((name, value) -> with(record, name, value.getBytes(UTF_8)));
        return record;
    }

    private static ProducerRecord<String, byte[]> with(
            ProducerRecord<String, byte[]> record, String header, byte @Nullable [] value) {
        record.headers().remove(header);
        record.headers().add(header, value);
        return record;
    }
}
