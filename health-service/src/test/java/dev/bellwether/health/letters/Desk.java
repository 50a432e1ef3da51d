package dev.bellwether.health.letters;

import static io.restassured.RestAssured.given;

import dev.bellwether.messaging.testing.Tokens;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;

/** Asks the service under test as an operator does. */
final class Desk {

    private Desk() {}

    static ValidatableResponse get(String path) {
        return asked("ops").get(path).then();
    }

    static ValidatableResponse post(String path) {
        return asked("ops").post(path).then();
    }

    static io.restassured.specification.RequestSpecification asked(String role) {
        return given().urlEncodingEnabled(false)
                .header("Authorization", "Bearer " + Tokens.bearer("otto@example.com", role));
    }

    /** The account's letters, newest first. */
    static List<Map<String, Object>> letters(String account) {
        return get("/v1/dead-letters?account=" + account)
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items");
    }

    /** One of a letter's fields. */
    static String text(Map<String, Object> letter, String field) {
        return String.valueOf(letter.get(field));
    }

    /** The account as health-service shows it; 404 while it knows none. */
    static ValidatableResponse account(String id) {
        return get("/v1/accounts/" + id);
    }
}
