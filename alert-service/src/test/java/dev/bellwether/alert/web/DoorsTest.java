package dev.bellwether.alert.web;

import static dev.bellwether.alert.testing.Callers.as;
import static dev.bellwether.alert.testing.Callers.manager;
import static dev.bellwether.alert.testing.Eventually.eventually;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.bellwether.alert.testing.Surroundings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class DoorsTest {

    @Test
    void nothing_is_said_to_strangers() {
        given().get("/v1/alerts")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .contentType("application/problem+json");
        given().header("Authorization", "Bearer nonsense")
                .get("/v1/alerts")
                .then()
                .statusCode(401);
        as("ops@example.com", "ops")
                .get("/v1/alerts")
                .then()
                .statusCode(403)
                .body("type", equalTo("https://bellwether.dev/problems/forbidden"));
        as("ann@example.com", "csm").get("/v1/deliveries").then().statusCode(403);
        as("boss@example.com", "manager").post("/v1/deliveries/1/retry").then().statusCode(403);
    }

    @Test
    void health_metrics_and_the_description_are_open() {
        given().get("/q/health/ready").then().statusCode(200);
        given().get("/q/openapi").then().statusCode(200).body(containsString("/v1/alerts"));
        // counted now and then, for the first time soon after the start
        eventually(() -> given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("bellwether_alert_deliveries_pending")));
    }

    @Test
    void parameters_that_make_no_sense_are_named() {
        manager()
                .queryParam("limit", 201)
                .get("/v1/alerts")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo("/query/limit"));
        manager().queryParam("status", "odd").get("/v1/alerts").then().statusCode(400);
        manager().queryParam("cursor", "odd").get("/v1/alerts").then().statusCode(400);
        manager().queryParam("channel", "pigeon").get("/v1/deliveries").then().statusCode(400);
        manager().get("/v1/nothing").then().statusCode(404);
    }
}
