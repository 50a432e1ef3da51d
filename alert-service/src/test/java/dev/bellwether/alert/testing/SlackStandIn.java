package dev.bellwether.alert.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Answers like an incoming webhook of Slack: well, unless it is told to answer otherwise. */
public final class SlackStandIn {

    /** The secret part of the webhook's address. */
    public static final String SECRET = "T0SECRET/B0SECRET/xoxSECRET";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final List<JsonNode> accepted = new CopyOnWriteArrayList<>();
    private final List<Integer> answers = new CopyOnWriteArrayList<>();
    private final Deque<Answer> planned = new ConcurrentLinkedDeque<>();
    private final CountDownLatch ended = new CountDownLatch(1);

    private record Answer(int status, String retryAfter, boolean late) {}

    private SlackStandIn(HttpServer server) {
        this.server = server;
    }

    public static SlackStandIn start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            SlackStandIn slack = new SlackStandIn(server);
            server.createContext("/services/" + SECRET, slack::answer);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return slack;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start the stand-in for Slack", e);
        }
    }

    public void stop() {
        ended.countDown();
        server.stop(0);
    }

    public String webhook() {
        return "http://localhost:" + server.getAddress().getPort() + "/services/" + SECRET;
    }

    /** The next answer is this status. */
    public void answerNext(int status, String retryAfter) {
        planned.add(new Answer(status, retryAfter, false));
    }

    /** The next answer does not come before the other side gives up. */
    public void answerNextTooLate() {
        planned.add(new Answer(200, "", true));
    }

    /** The messages accepted that mention a text, in order. */
    public List<JsonNode> messages(String mentioning) {
        return accepted.stream()
                .filter(message -> message.toString().contains(mentioning))
                .toList();
    }

    /** The statuses answered so far. */
    public List<Integer> answers() {
        return List.copyOf(answers);
    }

    public void forget() {
        accepted.clear();
        answers.clear();
        planned.clear();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        Answer planned = this.planned.poll();
        Answer answer = planned == null ? new Answer(200, "", false) : planned;
        if (answer.late()) {
            waitForTheEnd();
            return;
        }
        if (answer.status() == 200) {
            accepted.add(json(body));
        }
        answers.add(answer.status());
        if (!answer.retryAfter().isEmpty()) {
            exchange.getResponseHeaders().add("Retry-After", answer.retryAfter());
        }
        byte[] text = (answer.status() == 200 ? "ok" : "no_luck").getBytes(UTF_8);
        exchange.sendResponseHeaders(answer.status(), text.length);
        exchange.getResponseBody().write(text);
        exchange.close();
    }

    private void waitForTheEnd() {
        try {
            if (!ended.await(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("nobody ended the stand-in for Slack");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Slack would refuse this: " + body, e);
        }
    }
}
