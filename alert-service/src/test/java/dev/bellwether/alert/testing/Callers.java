package dev.bellwether.alert.testing;

import static io.restassured.RestAssured.given;

import dev.bellwether.messaging.testing.Tokens;
import io.restassured.specification.RequestSpecification;

/** Requests of people with a token. */
public final class Callers {

    private Callers() {}

    public static RequestSpecification manager() {
        return as("boss@example.com", "manager");
    }

    public static RequestSpecification operator() {
        return as("ops@example.com", "ops");
    }

    public static RequestSpecification as(String email, String role) {
        return given().header("Authorization", "Bearer " + Tokens.bearer(email, role));
    }
}
