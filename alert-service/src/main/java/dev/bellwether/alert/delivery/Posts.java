package dev.bellwether.alert.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.http.HttpClient;
import io.vertx.mutiny.core.http.HttpClientResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Posts to addresses that are secrets: they go into the request and nowhere else. Follows no redirect, since where
 * it leads to was never agreed upon, and reads no answer without end.
 */
@ApplicationScoped
public class Posts {

    /** Shorter than servers do: a connection that the other side just closed looks like an answer that got lost. */
    private static final int KEEP_ALIVE_SECONDS = 10;

    /** Slack answers with 200 messages at most, when it is asked what stands somewhere. */
    private static final int MOST_BYTES = 8 * 1024 * 1024;

    private static final Set<String> SCHEMES = Set.of("http", "https");

    private final HttpClient client;
    private final InstantSource clock;

    public Posts(Vertx vertx, InstantSource clock) {
        this.clock = clock;
        this.client = vertx.httpClientBuilder()
                .with(new HttpClientOptions().setKeepAliveTimeout(KEEP_ALIVE_SECONDS))
                // a connection that breaks fails the post on it, which says so; else it is said once more, without a
                // word of what
                .withConnectHandler(connection -> connection.exceptionHandler(broken -> {}))
                .build();
    }

    /**
     * Lets nobody start with an address to which nothing can be posted.
     *
     * @param setting its name; the address itself is a secret, and not shown
     * @throws IllegalArgumentException without a cause, whose text would hold the address
     */
    public static void check(String setting, String url) {
        if (!isAddress(url)) {
            throw new IllegalArgumentException(setting + " must be an address that begins with https:// or http://");
        }
    }

    private static boolean isAddress(String url) {
        try {
            URI uri = new URI(url);
            return SCHEMES.contains(String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT))
                    && uri.getRawAuthority() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /**
     * What is posted.
     *
     * @param url of http or https; anything else fails the post
     */
    public record Post(String url, Map<String, String> headers, String type, String body) {
        public Post {
            headers = Map.copyOf(headers);
        }

        public static Post json(String url, Map<String, String> headers, String json) {
            return new Post(url, headers, "application/json; charset=utf-8", json);
        }

        public static Post form(String url, Map<String, String> headers, Map<String, String> fields) {
            String body = fields.entrySet().stream()
                    .map(field ->
                            URLEncoder.encode(field.getKey(), UTF_8) + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                    .collect(Collectors.joining("&"));
            return new Post(url, headers, "application/x-www-form-urlencoded", body);
        }

        @Override
        public String toString() {
            return "Post[hidden]";
        }
    }

    /**
     * What was answered, whatever it was.
     *
     * @param retryAfter the pause that the other side asked for, in seconds if it can be understood
     */
    public record Answer(int status, @Nullable String retryAfter, String body) {

        /** Taken by its status alone. */
        public Outcome outcome() {
            return Retryable.http(status, retryAfter, body);
        }
    }

    /** Answers, or fails within the timeout. */
    public Uni<Answer> post(Post post, Duration timeout) {
        AtomicBoolean connected = new AtomicBoolean();
        return Uni.createFrom()
                .deferred(() -> client.request(options(post, timeout)))
                .invoke(request -> connected.set(true))
                .chain(request -> request.send(Buffer.buffer(post.body())))
                .chain(this::answer)
                .ifNoItem()
                .after(timeout)
                .fail()
                .onFailure(failure ->
                        !connected.get() && Retryable.failure(failure).mayHaveArrived())
                .transform(failure -> new ConnectException("no connection came about"));
    }

    private static RequestOptions options(Post post, Duration timeout) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(post.url())
                .setTimeout(timeout.toMillis())
                // where no connection comes about nothing has arrived: known before the whole time is over
                .setConnectTimeout(timeout.dividedBy(2).toMillis())
                .putHeader("Content-Type", post.type());
        post.headers().forEach(options::putHeader);
        return options;
    }

    private Uni<Answer> answer(HttpClientResponse response) {
        @Nullable
        String retryAfter = RetryAfter.inSeconds(response.getHeader("Retry-After"), response.getHeader("Date"), clock);
        return body(response).map(body -> new Answer(response.statusCode(), retryAfter, body.toString()));
    }

    /** The beginning of a body; of what never ends the rest is not waited for. */
    private static Uni<Buffer> body(HttpClientResponse response) {
        Buffer body = Buffer.buffer();
        return Uni.createFrom()
                .emitter(emitter -> response.exceptionHandler(emitter::fail)
                        .endHandler(() -> emitter.complete(body))
                        .handler(part -> {
                            body.appendBuffer(part);
                            if (body.length() > MOST_BYTES) {
                                emitter.complete(body);
                                response.request().reset();
                            }
                        }));
    }
}
