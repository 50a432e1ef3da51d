package dev.bellwether.renewal.api;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;

import dev.bellwether.messaging.testing.BackingServices;
import dev.bellwether.messaging.testing.Tokens;
import dev.bellwether.renewal.QuickSweep;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Places in lists and days as nobody should send them: each is answered by its name, and nothing fails. */
@QuarkusTest
@TestProfile(QuickSweep.class)
@QuarkusTestResource(value = BackingServices.class, initArgs = @ResourceArg(name = "service", value = "renewal"))
class ForeignInputTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/churned?",
                "/v1/winback?",
                "/v1/renewals?",
                "/v1/today?",
                "/v1/retention/lines?from=2026-01-01&to=2026-01-31&",
                "/v1/forecast/lines?quarter=2026-Q2&"
            })
    void a_cursor_that_is_none_of_ours_is_refused_at_every_door(String door) {
        for (String cursor : new String[] {"AA", "zz", "%20", "x", "a.b.c", "AA.AA.AA", "AA.AA.AA.AA", "....", "%00"}) {
            refused(door, cursor);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"+99999999-01-01", "-0001-01-01", "+10000-01-01", "-999999999-01-01", "2026-02-30"})
    void a_day_in_a_cursor_is_one_that_the_database_knows(String day) {
        refused("/v1/renewals?", cursor(day, "acme", "c-1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "1e999", "many"})
    void a_rank_in_a_cursor_is_a_number(String rank) {
        refused("/v1/today?", cursor(rank, "0", "acme", "c-1"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            /v1/renewals/any/task    | {"title": "Call", "dueOn": "+99999999-01-01"}                        | /dueOn
            /v1/renewals/any/task    | {"title": "Call", "dueOn": "0000-01-01"}                             | /dueOn
            /v1/renewals/any/note    | {"note": "Hello", "term": "-0044-03-15"}                             | /term
            /v1/renewals/any/outcome | {"outcome": "renewed", "term": "+10000-01-01"}                       | /term
            """)
    void a_day_of_no_contract_is_named(String path, String body, String pointer) {
        manager()
                .contentType("application/json")
                .body(body)
                .post(path)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000-01-01", "+10000-01-01", "1899-12-31", "+999999999-12-31"})
    void a_cause_is_fixed_on_a_day_that_can_be_kept(String day) {
        manager()
                .contentType("application/json")
                .body("{\"fixedOn\": \"" + day + "\"}")
                .put("/v1/causes/price")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/fixedOn"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%2B1000000000-12-31T23:59:59Z",
                "%2B10000-01-01T00:00:00Z",
                "-0001-01-01T00:00:00Z",
                "0000-01-01"
            })
    void the_ledger_is_asked_as_of_an_instant_that_can_have_been(String instant) {
        manager()
                .urlEncodingEnabled(false)
                .get("/v1/retention?from=2026-01-01&to=2026-01-31&knownAt=" + instant)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/knownAt"));
    }

    private static void refused(String door, String cursor) {
        manager()
                .urlEncodingEnabled(false)
                .get(door + "cursor=" + cursor)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo("/cursor"));
    }

    private static String cursor(String... parts) {
        return Arrays.stream(parts)
                .map(part -> Base64.getUrlEncoder().withoutPadding().encodeToString(part.getBytes(UTF_8)))
                .collect(Collectors.joining("."));
    }

    private static RequestSpecification manager() {
        return given().header("Authorization", "Bearer " + Tokens.bearer("max@bellwether.test", "manager"));
    }
}
