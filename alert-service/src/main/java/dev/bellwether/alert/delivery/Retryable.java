package dev.bellwether.alert.delivery;

import io.vertx.ext.mail.SMTPException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * The one place that says which failures are worth another attempt. Reasons are put together from status codes and kinds
 * of failure, never from texts of exceptions, which may hold addresses that are secrets.
 */
public final class Retryable {

    private static final int REDIRECTS = 3;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;
    private static final int UNAVAILABLE = 503;
    private static final int GATEWAY_TIMEOUT = 504;

    /** The address or the right to write to it is wrong, or a proxy wants a login: ours to mend, whatever the message. */
    private static final Set<Integer> NO_ENTRY = Set.of(401, 403, 404, 407, 410);

    /** The mail server wants a login, a better one, or one over TLS: ours to mend, whatever the mail. */
    private static final Set<Integer> NO_LOGIN = Set.of(530, 534, 535, 538);

    private static final Pattern ERROR_CODE = Pattern.compile("[a-z][a-z_]{0,60}");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

    private Retryable() {}

    /** An HTTP answer; of its body only a bare error code like {@code no_service} is repeated. */
    public static Outcome http(int status, @Nullable String retryAfter, String body) {
        if (status / 100 == 2) {
            return new Outcome.Sent();
        }
        String code = body.strip();
        String reason = "HTTP " + status + (ERROR_CODE.matcher(code).matches() ? " " + code : "");
        if (status == TOO_MANY) {
            return new Outcome.Throttled(reason, pause(retryAfter));
        }
        if (status == UNAVAILABLE) { // it says itself that it did nothing
            return new Outcome.Postponed(reason, pause(retryAfter));
        }
        if (status == GATEWAY_TIMEOUT) { // somebody in between heard nothing, just as we do when it takes too long
            return new Outcome.Unanswered(reason);
        }
        if (status / 100 == REDIRECTS || NO_ENTRY.contains(status)) {
            return new Outcome.Unready(reason);
        }
        return status == REQUEST_TIMEOUT || status >= SERVER_ERROR
                ? new Outcome.Doubtful(reason, pause(retryAfter))
                : new Outcome.Refused(reason);
    }

    /** The pause of a {@code Retry-After} in seconds; zero where there is none. */
    public static Duration pause(@Nullable String retryAfter) {
        return retryAfter == null || !SECONDS.matcher(retryAfter.strip()).matches()
                ? Duration.ZERO
                : Duration.ofSeconds(Long.parseLong(retryAfter.strip()));
    }

    /** A failure before anything was sent: only a message that can never be sent is not worth another attempt. */
    public static Outcome unsent(Throwable failure) {
        return failure instanceof IllegalArgumentException
                ? failure(failure)
                : new Outcome.Hindered(
                        "failed before it was sent: " + failure.getClass().getSimpleName());
    }

    /**
     * A failure on the way: only a message that can never be sent is not worth another attempt. Where no connection came
     * about nothing has arrived; where it broke, or the answer is late, nobody knows.
     */
    public static Outcome failure(Throwable failure) {
        return switch (failure) {
            case SMTPException smtp
            when NO_LOGIN.contains(smtp.getReplyCode()) ->
                postponed("SMTP " + smtp.getReplyCode() + ", the mail server does not accept our login");
            case SMTPException smtp when smtp.isPermanent() -> new Outcome.Refused("SMTP " + smtp.getReplyCode());
            case SMTPException smtp -> postponed("SMTP " + smtp.getReplyCode());
            case IllegalArgumentException e -> new Outcome.Refused("the message or its recipient has no valid form");
            case TimeoutException e -> new Outcome.Unanswered("no answer in time");
            case io.smallrye.mutiny.TimeoutException e -> new Outcome.Unanswered("no answer in time");
            case UnknownHostException e -> postponed("host not found");
            case ConnectException e -> postponed("cannot connect");
            case SSLException e -> postponed("no secure connection");
            default ->
                new Outcome.Unanswered(
                        "failed on the way: " + failure.getClass().getSimpleName());
        };
    }

    private static Outcome postponed(String reason) {
        return new Outcome.Postponed(reason, Duration.ZERO);
    }
}
