package dev.bellwether.ingest.cloudevents;

import static dev.bellwether.ingest.testing.TestSources.WEB_KEY;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.contracts.Envelope;
import dev.bellwether.contracts.Topic;
import dev.bellwether.ingest.testing.Address;
import dev.bellwether.ingest.testing.Log;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.message.MessageWriter;
import io.cloudevents.http.HttpMessageFactory;
import io.cloudevents.jackson.JsonFormat;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** The CloudEvents SDK for Java as it is, over the JDK's HTTP client. */
@QuarkusTest
class CloudEventsSdkTest {

    private static final OffsetDateTime TIME = OffsetDateTime.of(2025, 3, 1, 10, 0, 0, 0, ZoneOffset.UTC);
    private static final byte[] DATA = "{\"userId\":\"zoë\",\"feature\":\"Größe\"}".getBytes(UTF_8);

    private int status;

    @Test
    void its_binary_mode_arrives_as_it_was_written() throws IOException {
        writer().writeBinary(event("sdk-binary"));

        assertThat(status).isEqualTo(202);
        assertThatItArrived("sdk-binary");
    }

    @Test
    void its_structured_mode_arrives_as_it_was_written() throws IOException {
        writer().writeStructured(event("sdk-structured"), new JsonFormat());

        assertThat(status).isEqualTo(202);
        assertThatItArrived("sdk-structured");
    }

    private static void assertThatItArrived(String id) {
        Envelope event = Log.event(Topic.USAGE_EVENTS, id);
        assertThat(event.subject()).isEqualTo("acme-1");
        assertThat(event.source()).isEqualTo("/sdk");
        assertThat(event.time()).isEqualTo(TIME.toInstant());
        assertThat(Log.record(Topic.USAGE_EVENTS, id).value()).isEqualTo(DATA);
    }

    private static CloudEvent event(String id) {
        return CloudEventBuilder.v1()
                .withId(id)
                .withSource(URI.create("/sdk"))
                .withType("bellwether.usage")
                .withSubject("acme-1")
                .withTime(TIME)
                .withData("application/json", DATA)
                .build();
    }

    private MessageWriter<?, ?> writer() {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(Address.of("/v1/events")).header("Authorization", "Bearer " + WEB_KEY);
        return HttpMessageFactory.createWriter(request::header, body -> status = send(request, body));
    }

    private static int send(HttpRequest.Builder request, byte[] body) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            request.POST(HttpRequest.BodyPublishers.ofByteArray(body))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
