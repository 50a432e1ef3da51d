package dev.bellwether.ingest.segment;

import static dev.bellwether.ingest.testing.TestSources.WEB_KEY;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.bellwether.contracts.Topic;
import dev.bellwether.contracts.UsageRecorded;
import dev.bellwether.ingest.testing.Log;
import dev.bellwether.ingest.testing.TestHooks;
import dev.bellwether.messaging.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ParkingTest {

    private final Pool pool;

    ParkingTest(Pool pool) {
        this.pool = pool;
    }

    @Test
    void operators_see_for_which_users_is_waited_and_nobody_else_does() {
        send("/v1/track", "{\"messageId\":\"seen-1\",\"userId\":\"mia\",\"event\":\"A\"}");
        send("/v1/track", "{\"messageId\":\"seen-2\",\"userId\":\"mia\",\"event\":\"B\"}");

        given().header("Authorization", "Bearer " + Tokens.bearer("otto@example.com", "ops"))
                .get("/v1/parked?limit=200")
                .then()
                .statusCode(200)
                .body("waiting", greaterThanOrEqualTo(2))
                .body("items.find { it.userId == 'mia' }.events", equalTo(2))
                .body("items.find { it.userId == 'mia' }.since", notNullValue());
        given().get("/v1/parked").then().statusCode(401);
        given().header("Authorization", "Bearer " + Tokens.bearer("carla@example.com", "csm"))
                .get("/v1/parked")
                .then()
                .statusCode(403);
        given().header("Authorization", "Bearer " + Tokens.bearer("otto@example.com", "ops"))
                .get("/v1/parked?limit=1&cursor=0")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"limit=0,/limit", "limit=201,/limit", "limit=x,/limit", "cursor=-1,/cursor", "cursor=x,/cursor"})
    void a_wrong_parameter_is_named(String query, String pointer) {
        given().header("Authorization", "Bearer " + Tokens.bearer("otto@example.com", "ops"))
                .get("/v1/parked?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("status", equalTo(400))
                .body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void whatever_is_refused_is_a_problem_document() {
        given().get("/v1/parked")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer");
        given().get("/v1/nothing").then().statusCode(404).contentType("application/problem+json");
        given().put("/v1/events").then().statusCode(405).contentType("application/problem+json");
        given().header("Authorization", "Bearer " + Tokens.bearer("carla@example.com", "csm"))
                .get("/v1/parked")
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
    }

    @Test
    void events_of_an_unknown_user_wait_and_follow_in_order_once_a_group_call_tells_the_account() {
        // Given
        send("/v1/batch", """
                {"batch":[{"type":"track","messageId":"wait-1","userId":"lea","event":"A"},
                          {"type":"track","messageId":"wait-2","anonymousId":"cookie","userId":"lea","event":"B"}]}""");
        send("/v1/track", "{\"messageId\":\"wait-3\",\"userId\":\"lea\",\"event\":\"C\"}");
        given().get("/q/metrics")
                .then()
                .body(containsString(
                        "bellwether_ingest_events_total{door=\"segment\",outcome=\"parked\",source=\"app\"}"));

        // When
        send("/v1/group", "{\"messageId\":\"tell-1\",\"userId\":\"lea\",\"groupId\":\"cyberdyne\"}");

        // Then
        assertThat(Log.idsUntil(Topic.USAGE_EVENTS, "cyberdyne", "wait-3"))
                .containsExactly("wait-1", "wait-2", "wait-3");
        assertThat(((UsageRecorded) Log.fact(Topic.USAGE_EVENTS, "wait-2")).feature())
                .isEqualTo("B");
    }

    @Test
    void an_anonymous_visitor_is_found_by_the_call_that_names_both_ids() {
        send("/v1/page", "{\"messageId\":\"anon-1\",\"anonymousId\":\"cookie-7\",\"name\":\"Pricing\"}");
        send("/v1/group", "{\"userId\":\"max\",\"anonymousId\":\"cookie-7\",\"groupId\":\"soylent\"}");

        assertThat(Log.record(Topic.USAGE_EVENTS, "anon-1").key()).isEqualTo("soylent");
    }

    @Test
    void an_alias_gives_the_new_name_the_account_of_the_old_one() {
        send("/v1/group", "{\"userId\":\"ned\",\"groupId\":\"oscorp\"}");
        send("/v1/alias", "{\"previousId\":\"ned\",\"userId\":\"ned@oscorp.example\"}");
        send("/v1/alias", "{\"previousId\":\"ned\",\"userId\":\"ned\"}");
        send("/v1/track", "{\"messageId\":\"alias-1\",\"userId\":\"ned@oscorp.example\",\"event\":\"A\"}");

        assertThat(Log.record(Topic.USAGE_EVENTS, "alias-1").key()).isEqualTo("oscorp");
    }

    @Test
    void an_identify_that_joins_two_ids_lets_the_events_of_the_visitor_follow_the_user() {
        send("/v1/track", "{\"messageId\":\"join-1\",\"anonymousId\":\"cookie-8\",\"event\":\"A\"}");
        send("/v1/identify", "{\"messageId\":\"join-2\",\"anonymousId\":\"cookie-8\",\"userId\":\"tim\"}");
        send("/v1/group", "{\"userId\":\"tim\",\"groupId\":\"wonka\"}");
        send("/v1/track", "{\"messageId\":\"join-3\",\"anonymousId\":\"cookie-8\",\"event\":\"B\"}");

        assertThat(Log.record(Topic.USAGE_EVENTS, "join-1").key()).isEqualTo("wonka");
        assertThat(Log.record(Topic.ACCOUNT_EVENTS, "join-2").key()).isEqualTo("wonka");
        assertThat(Log.record(Topic.USAGE_EVENTS, "join-3").key()).isEqualTo("wonka");
    }

    @Test
    void an_identify_that_comes_after_the_group_call_lets_the_events_of_the_visitor_go() {
        send("/v1/track", "{\"messageId\":\"join-4\",\"anonymousId\":\"cookie-9\",\"event\":\"A\"}");
        send("/v1/group", "{\"userId\":\"uma\",\"groupId\":\"duff\"}");
        send("/v1/identify", "{\"anonymousId\":\"cookie-9\",\"userId\":\"uma\"}");

        assertThat(Log.record(Topic.USAGE_EVENTS, "join-4").key()).isEqualTo("duff");
    }

    @Test
    void an_alias_of_two_ids_that_nobody_knows_yet_is_not_forgotten() {
        send("/v1/track", "{\"messageId\":\"join-5\",\"anonymousId\":\"cookie-10\",\"event\":\"A\"}");
        send("/v1/alias", "{\"previousId\":\"cookie-10\",\"userId\":\"vic\"}");
        send("/v1/group", "{\"userId\":\"vic\",\"groupId\":\"tyrell\"}");

        assertThat(Log.record(Topic.USAGE_EVENTS, "join-5").key()).isEqualTo("tyrell");
    }

    @Test
    void ids_that_were_joined_go_with_whichever_is_learned_first() {
        send("/v1/track", "{\"messageId\":\"join-6\",\"userId\":\"wes\",\"event\":\"A\"}");
        send("/v1/identify", "{\"anonymousId\":\"cookie-11\",\"userId\":\"wes\"}");
        send("/v1/group", "{\"anonymousId\":\"cookie-11\",\"groupId\":\"sirius\"}");

        assertThat(Log.record(Topic.USAGE_EVENTS, "join-6").key()).isEqualTo("sirius");
    }

    @Test
    void an_older_group_call_that_comes_later_changes_nothing() {
        send("/v1/group", "{\"userId\":\"oda\",\"groupId\":\"new\",\"timestamp\":\"2025-02-01T00:00:00.000Z\"}");
        send("/v1/group", "{\"userId\":\"oda\",\"groupId\":\"old\",\"timestamp\":\"2025-01-01T00:00:00.000Z\"}");
        send("/v1/track", "{\"messageId\":\"newest-1\",\"userId\":\"oda\",\"event\":\"A\"}");

        assertThat(Log.record(Topic.USAGE_EVENTS, "newest-1").key()).isEqualTo("new");
    }

    @Test
    void an_account_that_was_told_before_two_ids_were_joined_is_not_late() {
        String at = "\"timestamp\":\"2025-03-01T10:00:0%s.000Z\"}";
        send(
                "/v1/identify",
                "{\"messageId\":\"early-1\",\"anonymousId\":\"cookie-12\",\"userId\":\"xia\"," + at.formatted(5));
        send("/v1/group", "{\"userId\":\"xia\",\"groupId\":\"globex\"," + at.formatted(1));
        send("/v1/track", "{\"messageId\":\"early-2\",\"userId\":\"xia\",\"event\":\"A\"," + at.formatted(7));
        send("/v1/track", "{\"messageId\":\"early-3\",\"anonymousId\":\"cookie-12\",\"event\":\"A\"}");

        assertThat(Log.record(Topic.ACCOUNT_EVENTS, "early-1").key()).isEqualTo("globex");
        assertThat(Log.record(Topic.USAGE_EVENTS, "early-2").key()).isEqualTo("globex");
        assertThat(Log.record(Topic.USAGE_EVENTS, "early-3").key()).isEqualTo("globex");
    }

    @Test
    void what_a_group_call_says_counts_more_than_what_was_concluded_from_another_id() {
        String at = "\"timestamp\":\"2025-03-01T10:00:0%s.000Z\"}";
        send("/v1/group", "{\"anonymousId\":\"cookie-13\",\"groupId\":\"shared-pc\"," + at.formatted(0));
        send("/v1/identify", "{\"anonymousId\":\"cookie-13\",\"userId\":\"yul\"," + at.formatted(5));
        send("/v1/group", "{\"userId\":\"yul\",\"groupId\":\"own-firm\"," + at.formatted(1));
        send("/v1/track", "{\"messageId\":\"own-1\",\"userId\":\"yul\",\"event\":\"A\"}");

        assertThat(Log.record(Topic.USAGE_EVENTS, "own-1").key()).isEqualTo("own-firm");
    }

    @Test
    void a_survey_that_knows_an_address_alone_finds_the_account_of_its_user() {
        answer("by-mail-1", "Zoe@Initech.example", "parked");
        send("/v1/identify", identify("zoe", "zoe@initech.example"));
        send("/v1/group", "{\"userId\":\"zoe\",\"groupId\":\"initech\"}");
        assertThat(Log.record(Topic.FEEDBACK_EVENTS, "by-mail-1").key()).isEqualTo("initech");

        answer("by-mail-2", "zoe@initech.example", "accepted");
        assertThat(Log.record(Topic.FEEDBACK_EVENTS, "by-mail-2").key()).isEqualTo("initech");
    }

    @Test
    void an_address_of_two_users_follows_the_one_who_was_identified_last_as_soon_as_that_one_has_an_account() {
        send("/v1/group", "{\"userId\":\"abe-1\",\"groupId\":\"first-firm\"}");
        send("/v1/identify", identify("abe-1", "abe@consult.example"));
        answer("two-1", "abe@consult.example", "accepted");
        send("/v1/identify", identify("abe-2", "abe@consult.example"));
        answer("two-2", "abe@consult.example", "accepted");
        send("/v1/group", "{\"userId\":\"abe-2\",\"groupId\":\"second-firm\"}");
        answer("two-3", "abe@consult.example", "accepted");

        assertThat(Log.record(Topic.FEEDBACK_EVENTS, "two-1").key()).isEqualTo("first-firm");
        assertThat(Log.record(Topic.FEEDBACK_EVENTS, "two-2").key()).isEqualTo("first-firm");
        assertThat(Log.record(Topic.FEEDBACK_EVENTS, "two-3").key()).isEqualTo("second-firm");
    }

    @Test
    void an_address_never_takes_away_the_account_of_an_id_that_looks_like_it() {
        send("/v1/group", "{\"userId\":\"cat@own.example\",\"groupId\":\"own\"}");
        send("/v1/group", "{\"userId\":\"mallory\",\"groupId\":\"elsewhere\"}");
        send("/v1/identify", identify("mallory", "cat@own.example"));
        answer("taken-1", "cat@own.example", "accepted");

        assertThat(Log.record(Topic.FEEDBACK_EVENTS, "taken-1").key()).isEqualTo("own");
    }

    private static String identify(String user, String email) {
        return "{\"userId\":\"%s\",\"traits\":{\"email\":\"%s\"}}".formatted(user, email);
    }

    /** An answer to a survey whose sender knows nothing of the user but the address. */
    private static void answer(String id, String email, String outcome) {
        byte[] body = """
                {"event_type":"survey_response.created","event_id":"%s","event_data":{"survey_type":"nps","score":9,
                 "person":{"email":"%s"},"created_at":1774949400}}""".formatted(id, email).getBytes(UTF_8);
        given().headers(TestHooks.signed("nps", body))
                .body(body)
                .post("/webhooks/nps")
                .then()
                .statusCode(200)
                .body(outcome, equalTo(1));
    }

    @Test
    void a_dead_letter_of_a_source_that_is_gone_names_the_door_through_which_it_came() {
        answer("gone-1", "nobody@gone.example", "parked");

        pool.query("update parked set parked_at = parked_at - interval '8 days', source = '/bellwether/ingest/renamed'"
                        + " where event_id = 'gone-1'")
                .execute()
                .await()
                .atMost(Duration.ofSeconds(10));

        var letter = Log.deadLetter("gone-1");
        assertThat(Log.header(letter, "bellwether-reason")).isEqualTo("/subject belonged to no account for 7 days");
        assertThat(Log.header(letter, "bellwether-origin-door")).isEqualTo("webhook/renamed");
    }

    @Test
    void an_event_whose_account_stays_unknown_becomes_a_dead_letter() {
        send("/v1/track", "{\"messageId\":\"late-1\",\"userId\":\"nobody\",\"event\":\"A\"}");

        pool.query("update parked set parked_at = parked_at - interval '8 days' where event_id = 'late-1'")
                .execute()
                .await()
                .atMost(Duration.ofSeconds(10));

        var letter = Log.deadLetter("late-1");
        assertThat(Log.header(letter, "bellwether-reason")).isEqualTo("/userId belonged to no account for 7 days");
        assertThat(Log.text(letter)).isEqualTo("{\"messageId\":\"late-1\",\"userId\":\"nobody\",\"event\":\"A\"}");
    }

    @Test
    void an_event_that_is_sent_again_waits_once() {
        for (int i = 0; i < 3; i++) {
            send("/v1/track", "{\"messageId\":\"twice-1\",\"userId\":\"pia\",\"event\":\"A\"}");
        }
        send("/v1/track", "{\"messageId\":\"twice-2\",\"userId\":\"pia\",\"event\":\"A\"}");
        send("/v1/group", "{\"userId\":\"pia\",\"groupId\":\"vandelay\"}");

        assertThat(Log.idsUntil(Topic.USAGE_EVENTS, "vandelay", "twice-2")).containsExactly("twice-1", "twice-2");
    }

    @Test
    void usage_and_another_event_with_the_same_id_both_wait_and_each_of_them_once() {
        for (int i = 0; i < 2; i++) {
            send("/v1/identify", "{\"messageId\":\"both-1\",\"userId\":\"tia\",\"traits\":{\"name\":\"Tia\"}}");
            send("/v1/track", "{\"messageId\":\"both-1\",\"userId\":\"tia\",\"event\":\"A\"}");
        }
        given().header("Authorization", "Bearer " + Tokens.bearer("otto@example.com", "ops"))
                .get("/v1/parked?limit=200")
                .then()
                .body("items.find { it.userId == 'tia' }.events", equalTo(2));
        send("/v1/group", "{\"userId\":\"tia\",\"groupId\":\"gringotts\"}");

        assertThat(Log.record(Topic.ACCOUNT_EVENTS, "both-1").key()).isEqualTo("gringotts");
        assertThat(Log.record(Topic.USAGE_EVENTS, "both-1").key()).isEqualTo("gringotts");
    }

    @Test
    void events_of_two_users_that_share_an_id_both_wait() {
        for (String user : new String[] {"rob", "sue"}) {
            send("/v1/track", "{\"messageId\":\"shared-1\",\"userId\":\"" + user + "\",\"event\":\"A\"}");
        }
        send("/v1/track", "{\"messageId\":\"shared-2\",\"userId\":\"sue\",\"event\":\"A\"}");
        send("/v1/group", "{\"userId\":\"sue\",\"groupId\":\"prestige\"}");

        assertThat(Log.idsUntil(Topic.USAGE_EVENTS, "prestige", "shared-2")).containsExactly("shared-1", "shared-2");
    }

    private static void send(String path, String body) {
        given().auth()
                .preemptive()
                .basic(WEB_KEY, "")
                .body(body)
                .post(path)
                .then()
                .statusCode(200)
                .body(equalTo("{\"success\":true}"));
    }
}
