package dev.bellwether.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Plays health-service at a real socket: filters, sorts and pages a list of accounts as its interface says. It can be told
 * to be away.
 */
public final class HealthStandIn implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PATH = "/v1/accounts";

    private final HttpServer server;
    private final String token;
    private final List<ObjectNode> accounts = new CopyOnWriteArrayList<>();
    private final List<URI> asked = new CopyOnWriteArrayList<>();
    private volatile int failing;

    private HealthStandIn(HttpServer server, String token) {
        this.server = server;
        this.token = token;
    }

    /** Starts on the port of loopback; 0 takes a free one. */
    public static HealthStandIn start(int port, String token) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        HealthStandIn standIn = new HealthStandIn(server, token);
        server.createContext(PATH, standIn::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return standIn;
    }

    /** Its base address. */
    public URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** Takes these accounts in place of those it had. */
    public void holds(List<ObjectNode> others) {
        accounts.clear();
        accounts.addAll(others);
        asked.clear();
    }

    /** Answers with this status from now on; 0 answers properly. */
    public void failsWith(int status) {
        failing = status;
    }

    /** What it was asked, in order. */
    List<URI> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestURI());
        if (failing != 0) {
            send(exchange, failing, "not now");
        } else if (!("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            send(exchange, 401, "who?");
        } else if (exchange.getRequestURI().getPath().equals(PATH)) {
            send(exchange, 200, JSON.writeValueAsString(list(query(exchange.getRequestURI()))));
        } else {
            one(exchange);
        }
    }

    private void one(HttpExchange exchange) throws IOException {
        String id = URLDecoder.decode(exchange.getRequestURI().getRawPath().substring(PATH.length() + 1), UTF_8);
        Optional<ObjectNode> found = accounts.stream()
                .filter(account -> account.path("id").asText().equals(id))
                .findFirst();
        if (found.isPresent()) {
            send(exchange, 200, JSON.writeValueAsString(SampleAccounts.file(found.get())));
        } else {
            send(exchange, 404, "{\"type\": \"not-found\"}");
        }
    }

    private ObjectNode list(Map<String, String> query) {
        int limit = Integer.parseInt(query.getOrDefault("limit", "50"));
        int from = Integer.parseInt(query.getOrDefault("cursor", "c0").substring(1));
        List<ObjectNode> matching = matching(query).toList();
        int to = Math.min(matching.size(), from + limit);
        ObjectNode list = JSON.createObjectNode();
        list.putArray("items").addAll(matching.subList(from, to));
        list.put("nextCursor", to < matching.size() ? "c" + to : null);
        return list;
    }

    private Stream<ObjectNode> matching(Map<String, String> query) {
        String search = query.getOrDefault("q", "").toLowerCase(Locale.ROOT);
        String flag = query.getOrDefault("flag", "");
        return accounts.stream()
                .filter(account -> isWanted(query.get("band"), account.path("band")))
                .filter(account -> isWanted(query.get("owner"), account.path("owner")))
                .filter(account ->
                        account.path("name").asText().toLowerCase(Locale.ROOT).contains(search))
                .filter(account -> flag.isEmpty()
                        || account.path("flags").findValuesAsText("kind").contains(flag))
                .sorted(SampleAccounts.order(query.getOrDefault("sort", "score")));
    }

    private static boolean isWanted(@Nullable String wanted, JsonNode value) {
        return wanted == null || value.asText().equals(wanted);
    }

    private static Map<String, String> query(URI uri) {
        Map<String, String> query = new HashMap<>();
        String raw = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        Stream.of(raw.split("&")).filter(pair -> pair.contains("=")).forEach(pair -> {
            int at = pair.indexOf('=');
            query.put(pair.substring(0, at), URLDecoder.decode(pair.substring(at + 1), UTF_8));
        });
        return query;
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
