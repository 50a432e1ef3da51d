package dev.bellwether.alert.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The other side of an HTTP connection, which can be busy, broken, slow or out of its mind. */
public final class Peer {

    private final HttpServer server;
    private final List<Integer> answers = new CopyOnWriteArrayList<>();
    private final List<Received> unanswered = new CopyOnWriteArrayList<>();
    private final Deque<Plan> planned = new ConcurrentLinkedDeque<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean down;

    private enum Mood {
        WELL,
        LATE,
        GONE,
        LOST,
        ENDLESS
    }

    /** What is answered to the first request that mentions a text. */
    private record Plan(String about, int status, String retryAfter, String body, Mood mood) {}

    /** What came in. */
    public record Received(String path, Headers headers, String body) {}

    /** What is answered when nothing else was planned. */
    public record Reply(int status, String body) {}

    private Peer(HttpServer server) {
        this.server = server;
    }

    public static Peer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return new Peer(server);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start the other side", e);
        }
    }

    public void on(String path, Function<Received, Reply> answer) {
        server.createContext(path, exchange -> answer(exchange, answer));
    }

    public void stop() {
        ended.countDown();
        server.stop(0);
    }

    public String base() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** The next answer is this status. */
    public void answerNext(int status, String retryAfter) {
        planned.add(new Plan("", status, retryAfter, "no_luck", Mood.WELL));
    }

    /** The answer to the next request that mentions a text, whatever else comes in before, is this status. */
    public void answerNextAbout(String about, int status, String retryAfter) {
        planned.add(new Plan(about, status, retryAfter, "no_luck", Mood.WELL));
    }

    /** The next answer says this with status 200, and nothing is kept. */
    public void sayNext(String body) {
        sayNextAbout("", body);
    }

    /** The answer to the next request that mentions a text says this with status 200, and nothing is kept. */
    public void sayNextAbout(String about, String body) {
        planned.add(new Plan(about, 200, "", body, Mood.WELL));
    }

    /** The next answer does not come before the other side gives up. */
    public void answerNextTooLate() {
        answerNextTooLateAbout("");
    }

    /** The answer to the next request that mentions a text does not come before the other side gives up. */
    public void answerNextTooLateAbout(String about) {
        planned.add(new Plan(about, 200, "", "", Mood.LATE));
    }

    /** The next connection is closed without an answer. */
    public void hangUpNext() {
        hangUpNextAbout("");
    }

    /** The connection of the next request that mentions a text is closed without an answer. */
    public void hangUpNextAbout(String about) {
        planned.add(new Plan(about, 200, "", "", Mood.GONE));
    }

    /** What the next message asks for is done, but the connection is closed before it is answered. */
    public void loseNextAnswer() {
        planned.add(new Plan("", 200, "", "", Mood.LOST));
    }

    /** The answer to the next message says that it is taken, and goes on for ever. */
    public void answerNextWithoutEnd() {
        planned.add(new Plan("", 200, "", "ok", Mood.ENDLESS));
    }

    /** Whether everything is answered with 503 from now on. */
    public void down(boolean now) {
        down = now;
    }

    /** What was done without an answer, ever. */
    public List<Received> unanswered() {
        return List.copyOf(unanswered);
    }

    /** The statuses answered so far. */
    public List<Integer> answers() {
        return List.copyOf(answers);
    }

    public void forget() {
        answers.clear();
        planned.clear();
        down = false;
    }

    private void answer(HttpExchange exchange, Function<Received, Reply> usual) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        Plan plan = planFor(body);
        var received = new Received(exchange.getRequestURI().getPath(), exchange.getRequestHeaders(), body);
        if (plan != null && plan.mood() == Mood.LOST) {
            Reply lost = usual.apply(received);
            answers.add(lost.status());
            unanswered.add(received);
            exchange.close();
        } else if (plan != null) {
            follow(exchange, plan);
        } else if (down) {
            write(exchange, 503, "down");
        } else {
            Reply reply = usual.apply(received);
            write(exchange, reply.status(), reply.body());
        }
    }

    private @Nullable Plan planFor(String body) {
        for (Plan plan : planned) {
            if (body.contains(plan.about()) && planned.remove(plan)) {
                return plan;
            }
        }
        return null;
    }

    private void follow(HttpExchange exchange, Plan plan) throws IOException {
        switch (plan.mood()) {
            case LATE -> waitForTheEnd();
            case GONE, LOST -> exchange.close();
            case ENDLESS -> writeOn(exchange, plan);
            case WELL -> {
                if (!plan.retryAfter().isEmpty()) {
                    exchange.getResponseHeaders().add("Retry-After", plan.retryAfter());
                }
                if (plan.status() / 100 == 3) {
                    exchange.getResponseHeaders().add("Location", base() + "/elsewhere");
                }
                write(exchange, plan.status(), plan.body());
            }
        }
    }

    private void write(HttpExchange exchange, int status, String body) throws IOException {
        answers.add(status);
        byte[] text = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, text.length);
        exchange.getResponseBody().write(text);
        exchange.close();
    }

    private void writeOn(HttpExchange exchange, Plan plan) throws IOException {
        answers.add(plan.status());
        exchange.sendResponseHeaders(plan.status(), 0);
        byte[] text = plan.body().repeat(32_768).getBytes(UTF_8);
        while (ended.getCount() > 0) { // until the other side hangs up, which ends it by an exception
            exchange.getResponseBody().write(text);
        }
    }

    private void waitForTheEnd() {
        try {
            if (!ended.await(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("nobody ended the other side");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
