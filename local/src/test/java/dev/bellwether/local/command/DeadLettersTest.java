package dev.bellwether.local.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.bellwether.local.home.Home;
import dev.bellwether.local.settings.LocalJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command against an HTTP server that answers what the health service would. */
class DeadLettersTest {

    private static final String LETTER = """
            {"id": "3-1042", "at": "2026-03-31T09:30:00.123Z", "account": "acme", "refusedBy": "health", "type": "bellwether.usage", "eventId": "e-1",
             "origin": {"topic": "usage-events", "partition": 2, "offset": 41}, "reason": "/userId is\\u001b[2J required",
             "size": 12, "shortenedFrom": null, "replayedAt": null,
             "headers": [{"name": "ce_id", "value": {"encoding": "base64", "content": "Zf8="}}],
             "body": {"encoding": "utf-8", "content": "{\\"feature\\": \\"export\\"}"}}""";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final List<String> asked = new ArrayList<>();
    private final Deque<String> answers = new ArrayDeque<>();
    private int status = 200;
    private HttpServer health;

    @BeforeEach
    void a_health_service_answers() throws IOException {
        health = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        health.createContext("/", this::answer);
        health.start();
        String url = "http://localhost:" + health.getAddress().getPort();
        new LocalJson(
                        new LocalJson.Urls("", "", url, "", "", "", ""),
                        "",
                        "",
                        "",
                        new LocalJson.TokenSet("", "", "ops-token", Map.of()),
                        "")
                .write(new Home(folder, folder));
    }

    @AfterEach
    void it_ends() {
        health.stop(0);
    }

    @Test
    void a_list_goes_on_over_pages_until_it_has_as_many_as_are_wanted() throws Exception {
        answers.add("{\"items\": [" + LETTER + "], \"nextCursor\": \"abc\"}");
        answers.add("{\"items\": [" + LETTER.replace("3-1042", "0-7") + "], \"nextCursor\": \"def\"}");

        assertThat(run("list", "--limit", "2", "--reason", "is required & more"))
                .isZero();

        assertThat(asked)
                .containsExactly(
                        "GET /v1/dead-letters?reason=is%20required%20%26%20more&limit=2&cursor= Bearer ops-token",
                        "GET /v1/dead-letters?reason=is%20required%20%26%20more&limit=1&cursor=abc Bearer ops-token");
        assertThat(shown.toString(UTF_8).lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("id      refused at"),
                        line -> assertThat(line)
                                .isEqualTo("3-1042  2026-03-31T09:30:00Z  health  acme     usage-events 2-41  usage"
                                        + "            /userId is·[2J required"),
                        line -> assertThat(line).startsWith("0-7  "),
                        line -> assertThat(line).contains("--limit 4 shows more"));
    }

    @Test
    void no_letters_are_no_failure() throws Exception {
        answers.add("{\"items\": [], \"nextCursor\": null}");

        assertThat(run("list")).isZero();

        assertThat(shown.toString(UTF_8).strip()).isEqualTo("no dead letters");
    }

    @Test
    void one_is_shown_with_its_headers_and_its_bytes_last() throws Exception {
        answers.add(LETTER);

        assertThat(run("show", "3-1042")).isZero();

        assertThat(shown.toString(UTF_8))
                .contains("from        usage-events 2-41", "header      ce_id: (base64) Zf8=")
                .endsWith("\n\n{\"feature\": \"export\"}\n");
    }

    @Test
    void a_replay_says_where_the_record_lies_now() throws Exception {
        answers.add("{\"id\": \"3-1042\", \"to\": {\"topic\": \"usage-events\", \"partition\": 2, \"offset\": 77}}");

        assertThat(run("replay", "3-1042", "--force")).isZero();

        assertThat(asked).containsExactly("POST /v1/dead-letters/3-1042/replay?force=true Bearer ops-token");
        assertThat(shown.toString(UTF_8)).contains("3-1042 was sent to usage-events, partition 2, offset 77");
    }

    @Test
    void a_replay_of_all_goes_on_to_the_end_and_fails_when_some_need_a_hand() throws Exception {
        answers.add("{\"matched\": 1000, \"replayed\": 998, \"alreadyReplayed\": 2, \"nextCursor\": \"abc\"}");
        answers.add("{\"matched\": 3, \"replayed\": 1, \"invalid\": 1, \"notReplayable\": 1, \"nextCursor\": null}");

        assertThat(run("replay", "--all", "--account", "acme")).isEqualTo(1);

        assertThat(shown.toString(UTF_8))
                .contains(
                        "matched 1,003, replayed 999",
                        "2 were replayed before: --force",
                        "1 are still not valid",
                        "1 cannot be replayed");
    }

    @Test
    void what_the_service_refuses_is_said_with_what_to_do_next() {
        status = 409;
        answers.add("{\"type\": \"https://bellwether.dev/problems/already-replayed\","
                + " \"title\": \"This letter was replayed already\", \"detail\": \"at noon\", \"errors\": []}");
        assertThatThrownBy(() -> run("replay", "3-1042"))
                .hasMessageStartingWith("This letter was replayed already: at noon\n")
                .hasMessageContaining("--force");

        status = 422;
        answers.add("{\"title\": \"This letter is still no valid event\","
                + " \"errors\": [{\"pointer\": \"/data/dueOn\", \"detail\": \"is wrong\"}]}");
        assertThatThrownBy(() -> run("replay", "3-1042")).hasMessageContaining("\n  /data/dueOn is wrong\n");

        status = 401;
        answers.add("");
        assertThatThrownBy(() -> run("list")).hasMessageContaining("BELLWETHER_HOME");
    }

    @Test
    void without_a_service_it_is_said_how_to_start_one() {
        health.stop(0);

        assertThatThrownBy(() -> run("list"))
                .isInstanceOfSatisfying(
                        CommandFailed.class, e -> assertThat(e.exitCode()).isEqualTo(1))
                .hasMessageContaining("the health service does not answer at http://localhost:")
                .hasMessageContaining("./bellwether demo starts everything");
    }

    private int run(String... words) throws Exception {
        List<String> line = new ArrayList<>(List.of("dead-letters"));
        line.addAll(List.of(words));
        Screen screen = new Screen(new PrintStream(shown, true, UTF_8), false);
        return Commands.run(new Session(new Home(folder, folder), Map.of(), screen), line);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("Authorization"));
        byte[] body = answers.remove().getBytes(UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
