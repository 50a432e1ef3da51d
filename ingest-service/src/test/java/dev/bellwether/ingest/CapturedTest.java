package dev.bellwether.ingest;

import static dev.bellwether.ingest.testing.TestSources.NEW_APP_KEY;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests that others have written down; where they are from says the README beside them. */
@QuarkusTest
class CapturedTest {

    private static final Path CAPTURED = Path.of("src", "test", "resources", "captured");
    private static final String REFUSED = "bellwether_ingest_refused_total{door=\"segment\"";

    static Stream<Path> segment() throws IOException {
        return Files.list(CAPTURED.resolve("segment")).sorted();
    }

    @ParameterizedTest
    @MethodSource("segment")
    void what_segments_library_for_go_sends_is_taken_and_nothing_of_it_refused(Path file) throws IOException {
        List<String> before = refusals();
        given().auth()
                .preemptive()
                .basic(NEW_APP_KEY, "")
                .body(Files.readString(file))
                .post("/v1/batch")
                .then()
                .statusCode(200)
                .body("success", equalTo(true));
        assertThat(refusals()).isEqualTo(before);
    }

    static Stream<Path> cloudEvents() throws IOException {
        return Files.list(CAPTURED.resolve("cloudevents")).sorted();
    }

    /** They are facts of somebody else: all that is wrong with them is what they say, never how they say it. */
    @ParameterizedTest
    @MethodSource("cloudEvents")
    void the_examples_of_the_specification_are_read(Path file) throws IOException {
        String type = file.getFileName().toString().startsWith("batch")
                ? "application/cloudevents-batch+json; charset=UTF-8"
                : "application/cloudevents+json; charset=UTF-8";
        Response response = given().header("Authorization", "Bearer " + NEW_APP_KEY)
                .contentType(type)
                .body(Files.readString(file))
                .post("/v1/events");
        if (response.statusCode() == 202) {
            assertThat(Files.readString(file).strip()).isEqualTo("[]");
            return;
        }
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.jsonPath().getList("errors.pointer", String.class))
                .isNotEmpty()
                .allSatisfy(pointer ->
                        assertThat(pointer).matches("(/\\d)?/(type|subject|datacontenttype|data_base64|data)"));
    }

    private static List<String> refusals() {
        return Arrays.stream(given().get("/q/metrics").asString().split("\n"))
                .filter(line -> line.startsWith(REFUSED))
                .toList();
    }
}
