package dev.bellwether.ingest.segment;

import static dev.bellwether.ingest.testing.TestSources.NEW_APP_KEY;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.ingest.testing.Log;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;

/** A write key is asked for, and forgotten: browsers put it into every body. */
@QuarkusTest
class WriteKeyTest {

    private final Pool pool;

    WriteKeyTest(Pool pool) {
        this.pool = pool;
    }

    @Test
    void a_key_in_the_body_stays_neither_in_dead_letters_nor_in_the_parking_nor_in_logs_metrics_and_answers() {
        Remembered log = new Remembered();
        Logger.getLogger("").addHandler(log);
        List<String> seen = new ArrayList<>();
        try {
            seen.add(send("/v1/b", """
                    {"writeKey": "KEY", "batch": [
                      {"type":"track","messageId":"hush-1","userId":"quiet","writeKey": "KEY" },
                      {"type":"track","messageId":"hush-2","userId":"quiet","event":"A","wr\\u0069teKey":"KEY"},
                      {"type":"track","messageId":"hush-3","userId":"quiet","writeKey":["KEY"],"event":"A","writeKey":"KEY"}
                    ]}"""));
            seen.add(send("/v1/t", "{\"messageId\":\"hush-4\",\"userId\":\"quiet\",\"writeKey\":\"KEY\"}"));
            seen.add(send(
                    "/v1/t", "{\"messageId\":\"hush-5\",\"userId\":\"quiet\",\"event\":\"A\",\"writeKey\":\"KEY\"}"));
        } finally {
            Logger.getLogger("").removeHandler(log);
        }
        seen.addAll(log.lines);
        seen.add(given().get("/q/metrics").asString());
        seen.addAll(parked());
        List<String> letters = List.of("hush-1", "hush-4").stream()
                .map(id -> Log.text(Log.deadLetter(id)))
                .toList();

        assertThat(letters.getFirst())
                .isEqualTo("{\"type\":\"track\",\"messageId\":\"hush-1\",\"userId\":\"quiet\",\"writeKey\": null }");
        assertThat(parked()).hasSize(3).allMatch(original -> original.endsWith("Key\":null}"));
        assertThat(seen).noneMatch(text -> text.contains(NEW_APP_KEY));
        assertThat(letters).noneMatch(text -> text.contains(NEW_APP_KEY));
    }

    private List<String> parked() {
        List<String> originals = new ArrayList<>();
        pool.query("select original, data from parked where event_id like 'hush-%' order by event_id")
                .execute()
                .await()
                .atMost(Duration.ofSeconds(10))
                .forEach(row -> originals.add(new String(row.getBuffer(1).getBytes(), UTF_8)
                        + new String(row.getBuffer(0).getBytes(), UTF_8)));
        return originals;
    }

    private static String send(String path, String body) {
        Response answer = given().contentType("text/plain")
                .body(body.replace("KEY", NEW_APP_KEY))
                .post(path);
        return answer.asString();
    }

    private static final class Remembered extends Handler {
        private final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord entry) {
            lines.add(new SimpleFormatter().format(entry));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
