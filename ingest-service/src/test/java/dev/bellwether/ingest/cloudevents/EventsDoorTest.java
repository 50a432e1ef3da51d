package dev.bellwether.ingest.cloudevents;

import static dev.bellwether.ingest.testing.TestSources.OLD_APP_KEY;
import static dev.bellwether.ingest.testing.TestSources.SHOP;
import static dev.bellwether.ingest.testing.TestSources.WEB_KEY;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.bellwether.contracts.Envelope;
import dev.bellwether.contracts.InvoiceChanged;
import dev.bellwether.contracts.Topic;
import dev.bellwether.ingest.testing.Log;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class EventsDoorTest {

    private static final String STRUCTURED = "application/cloudevents+json";
    private static final String BATCHED = "application/cloudevents-batch+json";

    /** {"score":3} as base64. */
    private static final String PULSE = Base64.getEncoder().encodeToString("{\"score\":3}".getBytes(UTF_8));

    @Test
    void a_structured_event_is_handed_on_byte_by_byte() {
        withKey(STRUCTURED)
                .body("""
                        {"specversion":"1.0","id":"inv-1","source":"/billing","type":"bellwether.invoice","subject":"acme",
                         "time":"2025-03-01T10:00:00.000+02:00","datacontenttype":"Application/JSON; charset=utf-8","vendor":"x",
                         "data": {"invoiceId": "I-1",  "amount":1200, "currency":"EUR", "dueOn":"2025-03-31","new":[1]}}""")
                .post("/v1/events")
                .then()
                .statusCode(202)
                .body("accepted", equalTo(1))
                .body("rejected", empty());

        Envelope event = Log.event(Topic.BILLING_EVENTS, "inv-1");
        assertThat(event.source()).isEqualTo("/billing");
        assertThat(event.subject()).isEqualTo("acme");
        assertThat(event.time()).isEqualTo(Instant.parse("2025-03-01T08:00:00Z"));
        var record = Log.record(Topic.BILLING_EVENTS, "inv-1");
        assertThat(Log.header(record, "ce_time")).isEqualTo("2025-03-01T10:00:00.000+02:00");
        assertThat(Log.header(record, "content-type")).isEqualTo("Application/JSON; charset=utf-8");
        assertThat(record.headers().headers("ce_time")).hasSize(1);
        assertThat(Log.text(record))
                .isEqualTo(
                        "{\"invoiceId\": \"I-1\",  \"amount\":1200, \"currency\":\"EUR\", \"dueOn\":\"2025-03-31\",\"new\":[1]}");
        assertThat(((InvoiceChanged) Log.fact(Topic.BILLING_EVENTS, "inv-1")).amount())
                .isEqualTo(1200);
    }

    @Test
    void a_binary_event_is_read_from_its_headers() {
        withKey("application/json; charset=utf-8")
                .header("ce-specversion", "1.0")
                .header("CE-ID", "tic-1")
                .header("ce-source", "/desk")
                .header("ce-type", "bellwether.ticket")
                .header("ce-subject", "Caf%C3%A9%20%22Bar%22")
                .body("{\"ticketId\":\"T-1\",\"status\":\"open\",\"openedAt\":\"2025-03-01T10:00:00Z\"}")
                .post("/v1/events")
                .then()
                .statusCode(202)
                .body("accepted", equalTo(1));

        var record = Log.record(Topic.SUPPORT_EVENTS, "tic-1");
        assertThat(record.key()).isEqualTo("Café \"Bar\"");
        assertThat(Log.header(record, "content-type")).isEqualTo("application/json; charset=utf-8");
        assertThat(Instant.parse(Log.header(record, "ce_time"))).isBeforeOrEqualTo(Instant.now());
    }

    @ParameterizedTest
    @ValueSource(strings = {BATCHED, "application/json", "Application/CloudEvents-Batch+JSON; charset=UTF-8"})
    void the_good_ones_of_a_batch_are_accepted_and_the_bad_ones_are_named(String contentType) {
        String run = Integer.toHexString(contentType.hashCode());
        withKey(contentType)
                .body("""
                        [{"specversion":"1.0","id":"b1-%1$s","source":"/s","type":"bellwether.usage","subject":"acme",
                          "data":{"userId":"u","feature":"f"}},
                         {"specversion":"1.0","id":"b2-%1$s","source":"/s","type":"bellwether.invoice","subject":"acme",
                          "data":{"invoiceId":"i","dueOn":"soon"}},
                         {"specversion":"1.0","id":"b3-%1$s","source":"/s","type":"bellwether.usage",
                          "data":{"userId":"u","feature":"f"}},
                         "no event",
                         {"specversion":"1.0","id":"b5-%1$s","source":"/s","type":"bellwether.pulse","subject":"acme",
                          "data_base64":"%2$s"}]""".formatted(run, PULSE))
                .post("/v1/events")
                .then()
                .statusCode(202)
                .body("accepted", equalTo(2))
                .body("rejected", hasSize(3))
                .body("rejected[0].index", equalTo(1))
                .body("rejected[0].id", equalTo("b2-" + run))
                .body("rejected[0].errors[0].pointer", equalTo("/1/data/dueOn"))
                .body("rejected[0].errors[0].detail", equalTo("must be a day like 2026-03-31"))
                .body("rejected[1].errors[0].pointer", equalTo("/2/subject"))
                .body("rejected[2].index", equalTo(3))
                .body("rejected[2].errors[0].pointer", equalTo("/3"));

        assertThat(Log.record(Topic.USAGE_EVENTS, "b1-" + run).key()).isEqualTo("acme");
        var letter = Log.deadLetter("b2-" + run);
        assertThat(Log.header(letter, "bellwether-origin-door")).isEqualTo("cloudevents");
        assertThat(Log.header(letter, "bellwether-reason")).isEqualTo("/data/dueOn must be a day like 2026-03-31");
        assertThat(Log.text(letter)).startsWith("{\"specversion\"").endsWith("\"soon\"}}");
    }

    @Test
    void nothing_sent_is_nothing_wrong() {
        withKey(BATCHED).body("[]").post("/v1/events").then().statusCode(202).body("accepted", equalTo(0));
    }

    @Test
    void when_none_is_acceptable_the_answer_is_a_problem_that_points_at_the_fields() {
        withKey(STRUCTURED)
                .body("""
                        {"specversion":"1.0","id":"none-1","source":"/s","type":"bellwether.invoice","subject":"acme",
                         "data":{"dueOn":"31.3.2025","amount":"much"}}""")
                .post("/v1/events")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("https://bellwether.dev/problems/invalid-events"))
                .body("status", equalTo(400))
                .body("errors.pointer", hasItem("/data/invoiceId"))
                .body("errors.pointer", hasItem("/data/dueOn"))
                .body("errors.pointer", hasItem("/data/amount"));

        assertThat(Log.header(Log.deadLetter("none-1"), "bellwether-reason")).contains("/data/invoiceId is required");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/cloudevents+json | [1]              | 400 | unreadable-body        | must be a JSON object",
                "application/cloudevents-batch+json | {}         | 400 | unreadable-body        | must be a JSON list",
                "application/cloudevents+json | {\"id\":         | 400 | unreadable-body        | is not UTF-8 JSON",
                "application/cloudevents+json | {\"data\":{}}    | 400 | invalid-events         | /id is required",
                "application/cloudevents+avro | x                | 415 | unsupported-media-type | content type",
                "application/cloudevents+json;charset=utf-16 | x | 415 | unsupported-media-type | content type",
                "text/plain                   | x                | 415 | unsupported-media-type | content type"
            })
    void what_cannot_be_read_is_a_problem(String contentType, String body, int status, String slug, String detail) {
        withKey(contentType)
                .body(body)
                .post("/v1/events")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("https://bellwether.dev/problems/" + slug))
                .body("detail", containsString(detail));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bellwether.flag-raised | 0   | /type | must be one of bellwether.usage, bellwether.user",
                "acme.order             | 0   | /type | must be one of",
                "bellwether.usage       | 700 | /time | is more than 10 minutes in the future"
            })
    void only_facts_of_the_past_come_in(String type, int secondsAhead, String pointer, String detail) {
        withKey(STRUCTURED)
                .body("""
                        {"specversion":"1.0","id":"f-1","source":"/s","type":"%s","subject":"acme","time":"%s",
                         "data":{"userId":"u","feature":"f"}}""".formatted(type, Instant.now().plusSeconds(secondsAhead)))
                .post("/v1/events")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].detail", containsString(detail));
    }

    @Test
    void too_large_is_said_with_413() {
        String event = """
                {"specversion":"1.0","id":"l","source":"/s","type":"bellwether.usage","subject":"a","data":{"x":"%s"}}""".formatted("x".repeat(66_000));
        for (String body : new String[] {"{}" + " ".repeat(600_000), "[" + "{},".repeat(2500) + "{}]", event}) {
            withKey("application/json").body(body).post("/v1/events").then().statusCode(413);
        }
    }

    @Test
    void the_longest_comment_fits_in_whatever_script_it_is_written() {
        withKey(STRUCTURED)
                .body("""
                        {"specversion":"1.0","id":"cjk-1","source":"/s","type":"bellwether.pulse","subject":"acme",
                         "data":{"score":3,"comment":"%s"}}""".formatted("\u4e2d".repeat(20_000)).getBytes(UTF_8))
                .post("/v1/events")
                .then()
                .statusCode(202);
    }

    @Test
    void a_page_on_the_list_may_send_attributes_as_headers() {
        given().header("Origin", SHOP)
                .header("Access-Control-Request-Method", "POST")
                .header(
                        "Access-Control-Request-Headers",
                        "Authorization, ce-id, Ce-Specversion, ce-traceparent, x-else")
                .options("/v1/events")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Headers", containsString("ce-id,ce-specversion,ce-traceparent"))
                .header("Access-Control-Allow-Headers", not(containsString("x-else")));
    }

    @Test
    void without_a_known_key_the_door_stays_shut() {
        for (String authorization : new String[] {"Bearer wrong", "Basic d3Jvbmc6", "Bearer ", "Nonsense"}) {
            given().header("Authorization", authorization)
                    .contentType(ContentType.JSON)
                    .body("[]")
                    .post("/v1/events")
                    .then()
                    .statusCode(401)
                    .header("WWW-Authenticate", "Bearer")
                    .body("type", equalTo("https://bellwether.dev/problems/unauthorized"));
        }
        given().auth()
                .preemptive()
                .basic(OLD_APP_KEY, "")
                .body("[]")
                .contentType("application/json")
                .post("/v1/events")
                .then()
                .statusCode(202);
    }

    @Test
    void it_is_open_about_itself_and_about_nothing_else() {
        given().get("/q/openapi?format=json").then().statusCode(200).body(containsString("/v1/events"));
        given().get("/q/health/ready").then().statusCode(200);
        given().get("/q/metrics").then().statusCode(200).body(containsString("bellwether_ingest_refused_total"));
        given().get("/q/metrics").then().body(not(containsString(WEB_KEY)));
    }

    private static RequestSpecification withKey(String contentType) {
        return given().config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                .encodeContentTypeAs(contentType, ContentType.TEXT)))
                .header("Authorization", "Bearer " + WEB_KEY)
                .contentType(contentType);
    }
}
