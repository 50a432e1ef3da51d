package dev.bellwether.ingest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProblemsTest {

    @Test
    void what_fails_as_no_program_should_is_a_problem_document_as_well() {
        given().get("/v1/overflow")
                .then()
                .statusCode(500)
                .contentType("application/problem+json")
                .body("type", equalTo("https://bellwether.dev/problems/unexpected"))
                .body("detail", equalTo("the request failed; the log says why"));
    }

    /** A door that leads nowhere. */
    @Path("/v1/overflow")
    @PermitAll
    public static class Overflow {

        @GET
        @Operation(hidden = true)
        public String deeper() {
            throw new StackOverflowError();
        }
    }
}
