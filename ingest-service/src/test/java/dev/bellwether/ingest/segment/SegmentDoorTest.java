package dev.bellwether.ingest.segment;

import static dev.bellwether.ingest.testing.Packed.gzip;
import static dev.bellwether.ingest.testing.TestSources.NEW_APP_KEY;
import static dev.bellwether.ingest.testing.TestSources.OLD_APP_KEY;
import static dev.bellwether.ingest.testing.TestSources.SHOP;
import static dev.bellwether.ingest.testing.TestSources.WEB_KEY;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.bellwether.contracts.AccountDescribed;
import dev.bellwether.contracts.Envelope;
import dev.bellwether.contracts.Topic;
import dev.bellwether.contracts.UsageRecorded;
import dev.bellwether.contracts.UserDescribed;
import dev.bellwether.ingest.testing.Address;
import dev.bellwether.ingest.testing.Log;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SegmentDoorTest {

    @Test
    void a_track_call_becomes_a_usage_fact_of_its_account() {
        send("/v1/track", """
                {"messageId":"track-1","userId":"ann","event":"Report Exported","timestamp":"2025-03-01T10:00:00.000Z",
                 "context":{"groupId":"acme","ip":"10.0.0.1"},"properties":{"count":3,"deep":{"er":[1,2]}}}""");

        Envelope event = Log.event(Topic.USAGE_EVENTS, "track-1");
        UsageRecorded usage = (UsageRecorded) Log.fact(Topic.USAGE_EVENTS, "track-1");
        assertThat(event.source()).isEqualTo("/bellwether/ingest/web");
        assertThat(usage.accountId()).isEqualTo("acme");
        assertThat(usage.userId()).isEqualTo("ann");
        assertThat(usage.feature()).isEqualTo("Report Exported");
        assertThat(usage.quantity()).isEqualByComparingTo(BigDecimal.valueOf(3));
        assertThat(usage.occurredAt()).isEqualTo(Instant.parse("2025-03-01T10:00:00Z"));
    }

    @Test
    void a_group_call_becomes_an_account_and_teaches_whose_user_it_is() {
        send("/v1/group", """
                {"messageId":"group-1","userId":"bob","groupId":"globex","traits":{"name":"Globex","owner":"csm@x.io",
                 "industry":"Energy","plan":"enterprise","seats":"40","address":{"city":"Ulm"},"currency":"eur"}}""");
        send("/v1/track", """
                {"messageId":"track-2","userId":"bob","event":"Login"}""");

        AccountDescribed account = (AccountDescribed) Log.fact(Topic.ACCOUNT_EVENTS, "group-1");
        assertThat(account.accountId()).isEqualTo("globex");
        assertThat(account.name()).isEqualTo("Globex");
        assertThat(account.owner()).isEqualTo("csm@x.io");
        assertThat(account.segment()).isEqualTo("Energy");
        assertThat(account.stage()).isEqualTo("enterprise");
        assertThat(account.seats()).isEqualTo(40);
        assertThat(account.currency()).isEqualTo("EUR");
        assertThat(account.traits()).containsEntry("address.city", "Ulm");
        assertThat(Log.record(Topic.USAGE_EVENTS, "track-2").key()).isEqualTo("globex");
    }

    @Test
    void an_identify_call_becomes_a_user_and_its_company_is_remembered() {
        send("/v1/identify", """
                {"messageId":"identify-1","userId":77,"traits":{"email":"c@x.io","firstName":"Cleo","lastName":"Ek",
                 "title":"CTO","champion":true,"company":{"id":"initech"}}}""");
        send("/v1/page", """
                {"messageId":"page-1","userId":"77","name":"Billing"}""");

        UserDescribed user = (UserDescribed) Log.fact(Topic.ACCOUNT_EVENTS, "identify-1");
        assertThat(user.accountId()).isEqualTo("initech");
        assertThat(user.userId()).isEqualTo("77");
        assertThat(user.name()).isEqualTo("Cleo Ek");
        assertThat(user.role()).isEqualTo("CTO");
        assertThat(user.champion()).isTrue();
        UsageRecorded viewed = (UsageRecorded) Log.fact(Topic.USAGE_EVENTS, "page-1");
        assertThat(viewed.feature()).isEqualTo("Viewed Billing");
        assertThat(viewed.accountId()).isEqualTo("initech");
    }

    @Test
    void a_bad_call_between_good_ones_becomes_a_dead_letter_and_the_good_ones_go_on() {
        send("/v1/batch", """
                {"batch":[
                 {"type":"track","messageId":"mixed-1","userId":"d","event":"A","context":{"groupId":"umbrella"}},
                 {"type":"track","messageId":"mixed-2","userId":"d","context":{"groupId":"umbrella"}},
                 42,
                 {"type":"nonsense","messageId":"mixed-3"},
                 {"type":"track","messageId":"mixed-4","userId":null,"anonymousId":"e","event":"B",
                  "properties":{"groupId":"umbrella"}}]}""");

        assertThat(Log.idsUntil(Topic.USAGE_EVENTS, "umbrella", "mixed-4")).containsExactly("mixed-1", "mixed-4");
        var letter = Log.deadLetter("mixed-2");
        assertThat(Log.header(letter, "bellwether-reason")).isEqualTo("/event is required");
        assertThat(Log.header(letter, "bellwether-origin-door")).isEqualTo("segment");
        assertThat(Log.text(letter))
                .startsWith("{\"type\":\"track\",\"messageId\":\"mixed-2\"")
                .endsWith("}}");
        assertThat(Log.header(Log.deadLetter("mixed-3"), "bellwether-reason")).startsWith("/type must be one of");
    }

    @Test
    void a_body_too_large_to_be_read_where_it_arrives_is_taken_all_the_same() {
        send("/v1/batch", """
                {"batch":[{"type":"group","messageId":"large-1","userId":"liv","groupId":"umbrella"}]}
                """ + " ".repeat(100_000));
        send("/v1/batch", """
                {"batch":[{"type":"track","messageId":"large-2","userId":"liv","event":"Login"}]}
                """ + " ".repeat(100_000));

        assertThat(Log.record(Topic.USAGE_EVENTS, "large-2").key()).isEqualTo("umbrella");
    }

    @Test
    void a_wrong_clock_is_corrected_and_a_right_one_is_left_alone() {
        Instant now = Instant.now();
        send("/v1/batch", """
                {"batch":[{"type":"track","messageId":"clock-1","userId":"f","event":"A","timestamp":"%s"}],
                 "sentAt":"%s","context":{"groupId":"hooli"}}""".formatted(now.minusSeconds(7200), now.minusSeconds(3600)));
        send("/v1/batch", """
                {"batch":[{"type":"track","messageId":"clock-2","userId":"f","event":"A",
                           "timestamp":"2023-01-02T03:04:05.678Z"}],
                 "sentAt":"%s","context":{"groupId":"hooli"}}""".formatted(now));

        assertThat(Log.event(Topic.USAGE_EVENTS, "clock-1").time())
                .isBetween(now.minusSeconds(3601), now.minusSeconds(3500));
        assertThat(Log.event(Topic.USAGE_EVENTS, "clock-2").time())
                .isEqualTo(Instant.parse("2023-01-02T03:04:05.678Z"));
    }

    @Test
    void a_clock_that_is_off_by_thousands_of_years_costs_its_own_calls_only() {
        send("/v1/batch", """
                {"batch":[{"type":"group","messageId":"aeon-1","userId":"f","groupId":"hooli",
                           "timestamp":"2025-01-01T00:00:00.000Z","sentAt":"9999-01-01T00:00:00.000Z"},
                          {"type":"track","messageId":"aeon-2","userId":"f","event":"A"}],
                 "context":{"groupId":"hooli"}}""");

        assertThat(Log.record(Topic.USAGE_EVENTS, "aeon-2").key()).isEqualTo("hooli");
        assertThat(Log.header(Log.deadLetter("aeon-1"), "bellwether-reason")).startsWith("/timestamp ");
    }

    @Test
    void gzip_under_a_wrong_content_type_is_read() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(Address.of("/v1/batch"))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(WEB_KEY.getBytes(UTF_8)))
                .header("Content-Encoding", "gzip")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofByteArray(gzip("""
                        {"batch":[{"type":"track","messageId":"gzip-1","userId":"g","event":"A",
                         "originalTimestamp":"2025-01-01T00:00:00.123456+00:00","context":{"groupId":"stark"}}]}""")))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .body())
                    .isEqualTo("{\"success\":true}");
        }

        assertThat(Log.event(Topic.USAGE_EVENTS, "gzip-1").time())
                .isEqualTo(Instant.parse("2025-01-01T00:00:00.123456Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/import/", "/v1/batch/", "/v1/b", "/v1/import"})
    void batches_come_on_every_path_that_clients_use(String path) {
        String id = "path" + path.replace('/', '-');
        send(path, """
                {"batch":[{"type":"screen","messageId":"%s","userId":"h","context":{"groupId":"wayne"}}]}""".formatted(id));

        assertThat(((UsageRecorded) Log.fact(Topic.USAGE_EVENTS, id)).feature()).isEqualTo("Viewed screen");
    }

    @ParameterizedTest
    @CsvSource({"/v1/t,track", "/v1/track/,track"})
    void single_calls_come_on_every_path_that_clients_use(String path, String name) {
        String id = name + path.replace('/', '-');
        send(path, """
                {"messageId":"%s","userId":"h","event":"X","context":{"groupId":"wayne"}}""".formatted(id));

        assertThat(Log.record(Topic.USAGE_EVENTS, id).key()).isEqualTo("wayne");
    }

    @Test
    void the_write_key_may_lie_in_the_body_as_plain_text() {
        given().contentType("text/plain;charset=UTF-8")
                .body("""
                        {"messageId":"inbody-1","userId":"i","event":"A","context":{"groupId":"tyrell"},
                         "writeKey":"%s"}""".formatted(NEW_APP_KEY))
                .post("/v1/t")
                .then()
                .statusCode(200)
                .contentType(ContentType.JSON)
                .body(equalTo("{\"success\":true}"));

        assertThat(Log.event(Topic.USAGE_EVENTS, "inbody-1").source()).isEqualTo("/bellwether/ingest/app");
    }

    @ParameterizedTest
    @ValueSource(strings = {OLD_APP_KEY, NEW_APP_KEY})
    void both_keys_of_a_source_open_the_door(String key) {
        given().auth()
                .preemptive()
                .basic(key, "")
                .body("{\"batch\":[]}")
                .post("/v1/batch")
                .then()
                .statusCode(200);
    }

    @Test
    void a_browser_on_a_page_of_the_list_may_ask_first_and_then_send() {
        given().header("Origin", SHOP)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type,x-retry-count")
                .options("/v1/t")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", SHOP)
                .header("Access-Control-Allow-Headers", containsString("x-retry-count"));
        withKey()
                .header("Origin", SHOP)
                .body("{\"batch\":[]}")
                .post("/v1/batch")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", SHOP)
                .header("Access-Control-Expose-Headers", "retry-after");
    }

    @Test
    void the_snippet_of_a_web_page_is_told_to_send_here() {
        given().header("Origin", SHOP)
                .get("/v1/projects/" + WEB_KEY + "/settings")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", SHOP)
                .body("integrations.'Segment.io'.apiKey", equalTo(WEB_KEY))
                .body("integrations.'Segment.io'.apiHost", equalTo("localhost:" + RestAssured.port + "/v1"))
                .body("integrations.'Segment.io'.protocol", nullValue());
        given().header("Origin", "http://shop.example")
                .get("/v1/projects/" + NEW_APP_KEY + "/settings")
                .then()
                .statusCode(401);
        given().get("/v1/projects/nobody-s-key/settings")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    @Test
    void a_browser_on_another_page_hears_no_and_cannot_send_even_with_the_key() {
        given().header("Origin", "https://else.example")
                .header("Access-Control-Request-Method", "POST")
                .options("/v1/t")
                .then()
                .header("Access-Control-Allow-Origin", nullValue())
                .header("Vary", containsString("rigin"));
        withKey()
                .header("Origin", "https://else.example")
                .body("{\"batch\":[]}")
                .post("/v1/batch")
                .then()
                .statusCode(401)
                .header("Access-Control-Allow-Origin", nullValue());
    }

    private static void send(String path, String body) {
        withKey().body(body).post(path).then().statusCode(200).body(equalTo("{\"success\":true}"));
    }

    private static RequestSpecification withKey() {
        return given().auth().preemptive().basic(WEB_KEY, "").contentType(ContentType.JSON);
    }
}
