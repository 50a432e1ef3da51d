package dev.bellwether.local.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command against an HTTP server that answers what ingest would. */
class MapSampleTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final List<String> asked = new ArrayList<>();
    private int status = 200;
    private String answer = "";
    private HttpServer ingest;

    @BeforeEach
    void ingest_answers() throws IOException {
        ingest = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ingest.createContext("/", this::answer);
        ingest.start();
        String url = "http://localhost:" + ingest.getAddress().getPort();
        new LocalJson(
                        new LocalJson.Urls("", url, "", "", "", "", ""),
                        "",
                        "",
                        "",
                        new LocalJson.TokenSet("", "", "ops-token", Map.of()),
                        "")
                .write(new Home(folder, folder));
        Files.writeString(folder.resolve("m.yaml"), "rules: []");
        Files.writeString(folder.resolve("s.json"), "{\"a\": 1}");
    }

    @AfterEach
    void it_ends() {
        ingest.stop(0);
    }

    @Test
    void the_events_are_shown() throws Exception {
        answer = "{\"events\":[{\"type\":\"bellwether.invoice\"}],\"unused\":[],\"rejected\":[]}";

        assertThat(run("m.yaml", "s.json")).isZero();

        assertThat(asked).containsExactly("POST /v1/mappings/dry-run Bearer ops-token", "rules: [] | {\"a\": 1}");
        assertThat(shown.toString(UTF_8)).contains("\"type\" : \"bellwether.invoice\"");
    }

    @Test
    void what_would_be_rejected_is_a_failure() throws Exception {
        answer = "{\"events\":[],\"unused\":[],\"rejected\":[{\"index\":0}]}";

        assertThat(run("m.yaml", "s.json")).isOne();
    }

    @Test
    void a_wrong_mapping_says_where() {
        status = 400;
        answer = "{\"detail\":\"x\",\"errors\":[{\"pointer\":\"/mapping/rules\",\"detail\":\"is required\"}]}";

        assertThatThrownBy(() -> run("m.yaml", "s.json"))
                .isInstanceOf(CommandFailed.class)
                .hasMessage("the mapping cannot be read\n  /rules is required");
    }

    @Test
    void what_cannot_be_asked_says_why() {
        assertThatThrownBy(() -> run("m.yaml", "none.json")).hasMessageStartingWith("there is no file");
        ingest.stop(0);
        assertThatThrownBy(() -> run("m.yaml", "s.json")).hasMessageContaining("./bellwether status");
    }

    private int run(String mapping, String sample) throws Exception {
        Screen screen = new Screen(new PrintStream(shown, true, UTF_8), false);
        return Commands.run(
                new Session(new Home(folder, folder), Map.of(), screen),
                List.of(
                        "map",
                        folder.resolve(mapping).toString(),
                        folder.resolve(sample).toString()));
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("Authorization"));
        JsonNode request = new ObjectMapper().readTree(exchange.getRequestBody());
        asked.add(request.path("mapping").asText() + " | "
                + request.path("sample").asText());
        byte[] bytes = answer.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
