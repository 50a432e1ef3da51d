package dev.bellwether.ingest.csv;

import static dev.bellwether.ingest.testing.TestSources.WEB_KEY;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bellwether.ingest.testing.Address;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.event.Event;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Scanner;
import org.junit.jupiter.api.Test;

/** The process is told to stop while a file comes in slowly. */
@QuarkusTest
@TestProfile(StoppingTest.OwnService.class)
class StoppingTest {

    private static final int PATIENCE_MILLIS = 20_000;

    private final Jobs jobs;
    private final Event<ShutdownDelayInitiatedEvent> told;

    StoppingTest(Jobs jobs, Event<ShutdownDelayInitiatedEvent> told) {
        this.jobs = jobs;
        this.told = told;
    }

    @Test
    void an_import_ends_with_the_row_at_hand_which_is_kept_and_its_sender_is_told_how_to_go_on() throws IOException {
        URI address = Address.of("/v1/import/usage");
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            // Given
            socket.setSoTimeout(PATIENCE_MILLIS);
            write(
                    socket,
                    "POST /v1/import/usage HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + WEB_KEY
                            + "\r\nIdempotency-Key: stop-1\r\nContent-Length: 1000000\r\nConnection: close\r\n\r\n"
                            + "id,accountId,userId,feature,occurredAt\n");
            await().until(() -> jobs.find("stop-1", null) != null);

            // When
            told.fire(new ShutdownDelayInitiatedEvent());
            write(socket, "stop-1-1,csv-stop,u,Exported,2026-01-01\n");

            // Then
            Scanner answer = new Scanner(socket.getInputStream(), US_ASCII);
            for (String said : List.of("HTTP/1.1 503", "being stopped", "Idempotency-Key: stop-1", "after line 2")) {
                assertThat(answer.findWithinHorizon(said, 0)).isEqualTo(said);
            }
        }
        Job job = Objects.requireNonNull(jobs.find("stop-1", null));
        assertThat(job.state()).isEqualTo(JobState.INTERRUPTED);
        assertThat(job.progress().published()).isEqualTo(1);
    }

    private static void write(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(US_ASCII));
        out.flush();
    }

    /** A service that no other test finds stopped. */
    public static final class OwnService implements QuarkusTestProfile {}
}
