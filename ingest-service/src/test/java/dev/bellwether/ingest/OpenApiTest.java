package dev.bellwether.ingest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasKey;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class OpenApiTest {

    @ParameterizedTest
    @CsvSource({
        "/v1/events, post, 429",
        "/v1/track, post, 429",
        "/v1/batch, post, 429",
        "/v1/import/{kind}, post, 429",
        "/v1/imports/{id}, get, 429",
        "/webhooks/{source}, post, 429",
        "/webhooks/{source}, post, 400"
    })
    void an_answer_that_is_given_is_told(String path, String method, String status) {
        given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("paths.'" + path + "'." + method + ".responses", hasKey(status));
    }
}
