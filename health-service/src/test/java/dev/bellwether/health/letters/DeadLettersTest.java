package dev.bellwether.health.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;

import dev.bellwether.contracts.Codec;
import dev.bellwether.contracts.Occurrence;
import dev.bellwether.contracts.UsageRecorded;
import dev.bellwether.messaging.Records;
import dev.bellwether.messaging.testing.BackingServices;
import dev.bellwether.messaging.testing.TestTopic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** Letters put on the topic by hand, so that they hold what is acceptable by now. */
@QuarkusTest
@QuarkusTestResource(value = BackingServices.class, initArgs = @ResourceArg(name = "service", value = "health"))
class DeadLettersTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final String account = "letters-" + UUID.randomUUID();

    @Test
    void after_a_fix_a_replayed_letter_counts_once_and_is_not_replayed_again_without_force() {
        PutAside.fromTopic(usage("ann"), "usage-events", 7);
        String id = ids().getFirst();

        Desk.post("/v1/dead-letters/" + id + "/replay")
                .statusCode(200)
                .body("id", equalTo(id))
                .body("to.topic", equalTo("usage-events"))
                .body("to.offset", notNullValue());

        await().atMost(SOON).untilAsserted(() -> Desk.account(account).body("figures.volume7", equalTo(1)));
        Desk.get("/v1/dead-letters/" + id).body("replayedAt", notNullValue());
        Desk.post("/v1/dead-letters/" + id + "/replay")
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("https://bellwether.dev/problems/already-replayed"))
                .body("detail", containsString("force=true"));
        Desk.post("/v1/dead-letters/" + id + "/replay?force=true").statusCode(200);
        // the last one tells that the repeat before it was read
        TestTopic.send(List.of(usage("ben")));
        await().atMost(SOON)
                .untilAsserted(() ->
                        Desk.account(account).body("figures.wau", equalTo(2)).body("figures.volume7", equalTo(2)));
        assertThat(ids()).containsExactly(id);
    }

    @Test
    void all_that_match_are_replayed_by_one_call_and_a_record_with_two_letters_once() {
        PutAside.fromTopic(usage("ann"), "usage-events", 1);
        ProducerRecord<String, byte[]> twice = usage("ben");
        PutAside.fromTopic(twice, "usage-events", 2);
        PutAside.fromTopic(twice, "usage-events", 2);
        PutAside.atDoor("segment", "{\"type\":\"track\"}");
        PutAside.atDoor("cloudevents", event("bellwether.usage", "{\"userId\":\"cid\",\"feature\":\"export\"}"));
        PutAside.atDoor("cloudevents", event("bellwether.usage", "{}"));

        Desk.post("/v1/dead-letters/replay?origin=usage-events&account=" + account)
                .statusCode(200)
                .body("matched", equalTo(3))
                .body("replayed", equalTo(2))
                .body("alreadyReplayed", equalTo(1))
                .body("nextCursor", equalTo(null));
        Desk.post("/v1/dead-letters/replay?account=" + account)
                .statusCode(200)
                .body("matched", equalTo(5))
                .body("replayed", equalTo(1))
                .body("alreadyReplayed", equalTo(3))
                .body("notReplayable", equalTo(0))
                .body("invalid", equalTo(1));

        await().atMost(SOON)
                .untilAsserted(() ->
                        Desk.account(account).body("figures.wau", equalTo(3)).body("figures.volume7", equalTo(3)));
        assertThat(Desk.letters(account))
                .filteredOn(line -> line.get("replayedAt") != null)
                .hasSize(4);
    }

    @Test
    void letters_are_filtered_and_paged_newest_first() {
        for (int i = 0; i < 5; i++) {
            PutAside.fromTopic(usage("u" + i), "billing-events", i);
        }
        List<String> all = ids();
        assertThat(all).hasSize(5);

        List<String> paged = new ArrayList<>();
        String cursor = "";
        do {
            var page = Desk.get("/v1/dead-letters?limit=2&account=" + account + "&cursor=" + cursor)
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            paged.addAll(page.getList("items.id"));
            cursor = page.getString("nextCursor");
        } while (cursor != null);
        assertThat(paged).isEqualTo(all);
        Desk.get("/v1/dead-letters?reason=STILL&origin=billing-events&account=" + account)
                .body("items.size()", equalTo(5))
                .body("items[0].eventId", notNullValue())
                .body("items[0].type", equalTo("bellwether.usage"));
        Desk.get("/v1/dead-letters?reason=stale&account=" + account).body("items.size()", equalTo(0));
        Desk.get("/v1/dead-letters?origin=segment&account=" + account).body("items.size()", equalTo(0));
        Desk.get("/v1/dead-letters?limit=1").body("items.size()", equalTo(1));
    }

    @Test
    void an_event_that_the_door_refused_is_judged_again() {
        PutAside.atDoor("cloudevents", event("bellwether.invoice", "{\"amount\":\"ten\",\"dueOn\":\"soon\"}"));
        Map<String, Object> bad = Desk.letters(account).getFirst();
        assertThat(bad)
                .containsEntry("type", "bellwether.invoice")
                .containsEntry("origin", Map.of("door", "cloudevents"));

        Desk.post("/v1/dead-letters/" + bad.get("id") + "/replay")
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItems("/data/invoiceId", "/data/amount", "/data/dueOn"));
    }

    @Test
    void what_only_its_door_can_read_is_left_to_it_with_advice() {
        PutAside.atDoor("segment", account);
        String id = newest("segment");

        Desk.get("/v1/dead-letters/" + id).body("body.content", equalTo(account));
        Desk.post("/v1/dead-letters/" + id + "/replay")
                .statusCode(409)
                .body("detail", containsString("send it to ingest-service again"));
    }

    @Test
    void wrong_questions_are_answered_with_the_parameter_that_is_wrong() {
        Desk.get("/v1/dead-letters?limit=0").statusCode(400).body("errors.pointer", hasItem("/limit"));
        Desk.get("/v1/dead-letters?cursor=eAph").statusCode(400).body("errors.pointer", hasItem("/cursor"));
        Desk.get("/v1/dead-letters?reason=%00").statusCode(400).body("errors.pointer", hasItem("/reason"));
        Desk.get("/v1/dead-letters/none").statusCode(400).body("errors.pointer", hasItem("/id"));
        Desk.get("/v1/dead-letters/0-999999999999").statusCode(404).contentType("application/problem+json");
        Desk.get("/v1/dead-letters/77-0").statusCode(404);
        Desk.post("/v1/dead-letters/77-0/replay").statusCode(404);
        Desk.post("/v1/dead-letters/0-0/replay?force=maybe").statusCode(400).body("errors.pointer", hasItem("/force"));
        Desk.post("/v1/dead-letters/replay?cursor=x").statusCode(400).body("errors.pointer", hasItem("/cursor"));
    }

    @Test
    void only_operators_and_administrators_see_letters() {
        for (String role : List.of("csm", "manager")) {
            Desk.asked(role).get("/v1/dead-letters").then().statusCode(403);
            Desk.asked(role).get("/v1/dead-letters/0-0").then().statusCode(403);
            Desk.asked(role).post("/v1/dead-letters/replay").then().statusCode(403);
            Desk.asked(role).post("/v1/dead-letters/0-0/replay").then().statusCode(403);
        }
        Desk.asked("admin").get("/v1/dead-letters").then().statusCode(200);
        io.restassured.RestAssured.given().get("/v1/dead-letters").then().statusCode(401);
    }

    private List<String> ids() {
        return Desk.letters(account).stream()
                .map(letter -> Desk.text(letter, "id"))
                .toList();
    }

    private static String newest(String origin) {
        return Desk.get("/v1/dead-letters?limit=1&origin=" + origin)
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("items[0].id");
    }

    private ProducerRecord<String, byte[]> usage(String user) {
        return Records.write(Codec.write(
                new UsageRecorded(
                        new Occurrence(UUID.randomUUID().toString(), account, Instant.now()),
                        user,
                        "export",
                        BigDecimal.ONE),
                "/test"));
    }

    private String event(String type, String data) {
        return """
                {"specversion":"1.0","id":"%s","source":"/shop","type":"%s","subject":"%s","data":%s}""".formatted(UUID.randomUUID(), type, account, data);
    }
}
