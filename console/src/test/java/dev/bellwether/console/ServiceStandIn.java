package dev.bellwether.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Plays a service at a real socket, for who shows its token. It can be told to be away. */
abstract class ServiceStandIn implements AutoCloseable {

    static final ObjectMapper JSON = new ObjectMapper();

    /** What is answered: a status and a document. */
    record Answer(int status, JsonNode body) {

        static Answer ok(JsonNode body) {
            return new Answer(200, body);
        }
    }

    private final HttpServer server;
    private final String token;
    private final List<URI> asked = new CopyOnWriteArrayList<>();
    private volatile int failing;

    /** Starts on the port of loopback; 0 takes a free one. */
    ServiceStandIn(int port, String token) throws IOException {
        this.token = token;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/v1", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    abstract Answer answer(URI asked, JsonNode body);

    /** Its base address. */
    public URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** Answers with this status from now on; 0 answers properly. */
    public void failsWith(int status) {
        failing = status;
    }

    /** What it was asked, in order. */
    List<URI> asked() {
        return List.copyOf(asked);
    }

    /** Forgets what it was asked. */
    void forget() {
        asked.clear();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestURI());
        byte[] sent = exchange.getRequestBody().readAllBytes();
        if (failing != 0) {
            send(exchange, failing, "not now");
        } else if (!("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            send(exchange, 401, "who?");
        } else {
            Answer answer = answer(exchange.getRequestURI(), JSON.readTree(sent));
            send(exchange, answer.status(), JSON.writeValueAsString(answer.body()));
        }
    }

    static Map<String, String> query(URI uri) {
        Map<String, String> query = new HashMap<>();
        String raw = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        Stream.of(raw.split("&")).filter(pair -> pair.contains("=")).forEach(pair -> {
            int at = pair.indexOf('=');
            query.put(pair.substring(0, at), decoded(pair.substring(at + 1)));
        });
        return query;
    }

    static String decoded(String text) {
        return URLDecoder.decode(text, UTF_8);
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders()
                .add("Content-Type", status < 400 ? "application/json" : "application/problem+json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
