package dev.bellwether.local.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.bellwether.local.home.Home;
import dev.bellwether.local.settings.LocalJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command against an HTTP server that answers what ingest would. */
class ImportTest {

    private static final String DONE = """
            {"id": "x", "state": "done", "rows": 3, "published": 3, "refused": 0, "refusedKept": 0, "bytes": 30, "ignoredColumns": []}""";
    private static final String PARTLY = """
            {"id": "x", "state": "done", "rows": 3, "published": 2, "refused": 1, "refusedKept": 1, "bytes": 30,
             "ignoredColumns": ["Notes", "Age"]}""";

    /** What a test's ingest answers to a file. */
    private record Reply(int status, String body) {}

    @TempDir
    Path folder;

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private final Deque<Reply> replies = new ArrayDeque<>();
    private String known = "";
    /** While it is closed no file is answered. */
    private CountDownLatch silent = new CountDownLatch(0);

    private HttpServer ingest;

    @BeforeEach
    void an_ingest_answers() throws IOException {
        ingest = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ingest.createContext("/", this::answer);
        ingest.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        ingest.start();
        new LocalJson(
                        new LocalJson.Urls("", url(), "", "", "", "", ""),
                        "",
                        "",
                        "the-key",
                        new LocalJson.TokenSet("", "", "", Map.of()),
                        "")
                .write(new Home(folder, folder));
        Files.writeString(folder.resolve("users.csv"), "accountId,userId\nacme,ann\n");
    }

    @AfterEach
    void it_ends() {
        ingest.stop(0);
    }

    @Test
    void a_file_is_sent_as_it_is_with_what_is_to_be_known_of_its_columns() throws Exception {
        replies.add(new Reply(200, DONE));

        assertThat(run("users", file(), "--map", "Customer Id:accountId", "--zone", "Europe/Berlin"))
                .isZero();

        assertThat(asked)
                .contains("POST /v1/import/users?map=Customer+Id%3AaccountId&zone=Europe%2FBerlin Bearer the-key "
                        + "accountId,userId\nacme,ann\n");
        assertThat(keys).singleElement().asString().matches("users-[0-9a-f]{32}");
        assertThat(said()).contains("rows 3, published 3, refused 0");
    }

    @Test
    void refused_rows_are_fetched_beside_the_file_and_the_exit_code_tells_of_them() throws Exception {
        replies.add(new Reply(200, PARTLY));

        assertThat(run("users", file())).isEqualTo(1);

        assertThat(folder.resolve("users.csv.refused.csv")).content().isEqualTo("refusedLine,refusedReason\n");
        assertThat(said())
                .contains("columns that mean nothing for users: Notes, Age", "rows 3, published 2, refused 1")
                .contains("users.csv.refused.csv, each with its line and reason");
    }

    @Test
    void an_import_that_breaks_off_is_sent_again_with_the_same_key_and_the_reason_is_told() throws Exception {
        replies.add(new Reply(503, "{\"detail\": \"Kafka does not acknowledge\"}"));
        replies.add(new Reply(200, DONE));

        assertThat(run("users", file())).isZero();

        assertThat(keys).hasSize(2).allMatch(keys.getFirst()::equals);
        assertThat(said()).contains("ingest says: Kafka does not acknowledge; going on in 1 s");
    }

    @Test
    void an_ingest_that_stands_still_is_given_up_and_what_to_do_is_told() throws Exception {
        known = "{\"state\": \"running\", \"rows\": 1, \"bytes\": 7}";
        silent = new CountDownLatch(1);

        assertThatThrownBy(() -> run(Duration.ofSeconds(1), "users", file()))
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining("does not go on")
                .hasMessageContaining("gave up after 1 seconds without a row. Run the same command again");

        silent.countDown();
    }

    @Test
    void of_a_packed_file_the_rows_are_counted_while_it_is_read() throws Exception {
        Path packed = Files.writeString(folder.resolve("users.csv.gz"), "as if packed");
        known = "{\"state\": \"running\", \"rows\": 1200, \"bytes\": 70000, \"refused\": 2}";
        silent = new CountDownLatch(1);
        replies.add(new Reply(200, DONE));
        Thread.ofVirtual().start(() -> {
            await().until(() -> said().contains("import users  1,200 rows"));
            silent.countDown();
        });

        assertThat(run("users", packed.toString())).isZero();

        assertThat(said()).contains("\r  import users  1,200 rows").contains("2 refused");
    }

    @Test
    void how_numbers_and_days_are_written_is_handed_on() throws Exception {
        replies.add(new Reply(200, DONE));

        assertThat(run("users", file(), "--decimal", "comma", "--dates", "dd.MM.yyyy"))
                .isZero();

        assertThat(asked).anyMatch(call -> call.startsWith("POST /v1/import/users?decimal=comma&dates=dd.MM.yyyy "));
    }

    @Test
    void a_file_that_was_imported_before_is_not_sent() throws Exception {
        known = DONE;

        assertThat(run("users", file())).isZero();

        assertThat(asked).noneMatch(call -> call.startsWith("POST"));
        assertThat(said()).contains("was imported before");
    }

    @Test
    void a_file_that_is_no_good_ends_the_command_with_every_column_that_is_wrong() {
        replies.add(new Reply(400, """
                {"detail": "no", "errors": [{"pointer": "/accountId", "detail": "is required"}, {"pointer": "/kind", "detail": "is odd"}]}"""));

        assertThatThrownBy(() -> run("users", file()))
                .isInstanceOf(CommandFailed.class)
                .hasMessage("ingest refuses the file:\n  accountId is required\n  kind is odd");
    }

    @Test
    void what_was_not_understood_is_told_with_the_usage() {
        assertThatThrownBy(() -> run("horses", file())).hasMessageContaining("there is no horses to import");
        assertThatThrownBy(() -> run("users")).hasMessageContaining("usage: ./bellwether import KIND FILE");
        assertThatThrownBy(() -> run("users", file(), "--map")).hasMessageContaining("--map wants a value");
        assertThatThrownBy(() -> run("users", "nowhere.csv")).hasMessage("there is no file nowhere.csv");
        assertThatThrownBy(() -> run("users", file(), "--url", "http://localhost:1"))
                .hasMessageContaining("BELLWETHER_WRITE_KEY");
    }

    private int run(String... words) throws Exception {
        return run(Duration.ofMinutes(1), words);
    }

    private int run(Duration patience, String... words) throws Exception {
        Screen screen = new Screen(new PrintStream(shown, true, UTF_8), true);
        return Import.run(new Session(new Home(folder, folder), Map.of(), screen), List.of(words), patience);
    }

    private String file() {
        return folder.resolve("users.csv").toString();
    }

    private String said() {
        return shown.toString(UTF_8);
    }

    private String url() {
        return "http://localhost:" + ingest.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        String path = exchange.getRequestURI().toString();
        asked.add(exchange.getRequestMethod() + " " + path + " "
                + exchange.getRequestHeaders().getFirst("Authorization") + " " + body);
        if (exchange.getRequestMethod().equals("POST")) {
            awaitSilence();
            keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            exchange.getResponseHeaders().set("Retry-After", "1");
            reply(exchange, replies.remove());
        } else if (path.endsWith("/refused")) {
            reply(exchange, new Reply(200, "refusedLine,refusedReason\n"));
        } else {
            reply(exchange, known.isEmpty() ? new Reply(404, "{}") : new Reply(200, known));
        }
    }

    private void awaitSilence() {
        try {
            silent.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void reply(HttpExchange exchange, Reply reply) throws IOException {
        byte[] bytes = reply.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(reply.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
