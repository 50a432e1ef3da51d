package dev.bellwether.local.standin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Serves the messages of one stand-in on its own port: as JSON at {@code /messages}, as a page for people at {@code /}. */
final class MessageDesk {

    private final HttpServer server;

    private MessageDesk(HttpServer server) {
        this.server = server;
    }

    /**
     * Opens the desk on the loopback address; it answers after {@link #start()}.
     *
     * @param page turns the messages, oldest first, into an HTML page
     */
    static MessageDesk open(int port, MessageLog log, Function<MessageLog, String> page) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/messages", exchange -> answerMessages(exchange, log));
        server.createContext("/", exchange -> answer(exchange, 200, "text/html", page.apply(log)));
        return new MessageDesk(server);
    }

    HttpServer server() {
        return server;
    }

    void start() {
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    void stop() {
        server.stop(0);
    }

    static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.getResponseHeaders()
                .set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'");
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private static void answerMessages(HttpExchange exchange, MessageLog log) throws IOException {
        String query = exchange.getRequestURI().getQuery();
        List<String> parameters = query == null ? List.of() : List.of(query.split("&"));
        String since = parameters.stream()
                .filter(parameter -> parameter.startsWith("since="))
                .map(parameter -> parameter.substring("since=".length()))
                .findFirst()
                .orElse("0");
        if (!since.matches("\\d{1,18}")) {
            answer(exchange, 400, "text/plain", "since is not a number: " + since);
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(200, 0);
        try (Writer out = new OutputStreamWriter(exchange.getResponseBody(), StandardCharsets.UTF_8)) {
            log.write(Long.parseLong(since), out);
        }
    }
}
