package dev.bellwether.alert.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.alert.AlertSettings;
import dev.bellwether.alert.delivery.Outcome;
import dev.bellwether.alert.delivery.Posts;
import dev.bellwether.alert.delivery.Posts.Post;
import dev.bellwether.alert.delivery.Retryable;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Slack's Web API as a bot calls it. The token goes into the request and nowhere else. */
@ApplicationScoped
class SlackApi {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ERROR_CODE = Pattern.compile("[a-z][a-z0-9_]{0,60}");
    private static final Set<String> BUSY = Set.of("ratelimited", "rate_limited", "message_limit_exceeded");

    /** Slack is in trouble, or the app is not set up well: mended, the same message is taken. */
    private static final Set<String> PASSING = Set.of(
            "internal_error",
            "fatal_error",
            "service_unavailable",
            "request_timeout",
            "team_added_to_org",
            "not_authed",
            "invalid_auth",
            "account_inactive",
            "token_expired",
            "token_revoked",
            "missing_scope",
            "not_in_channel",
            "channel_not_found",
            "is_archived");

    private final Posts posts;
    private final AlertSettings.Slack settings;

    SlackApi(Posts posts, AlertSettings settings) {
        this.posts = posts;
        this.settings = settings.slack();
    }

    /** What Slack said to a call. */
    sealed interface Reply {

        /** It was done. */
        record Done(JsonNode answer) implements Reply {}

        /** It was not; the error is Slack's own word for it, or what is known of it. */
        record Failed(String error, Outcome outcome) implements Reply {}
    }

    boolean hasToken() {
        return settings.botToken().isPresent();
    }

    /** Calls a method that takes JSON. */
    Uni<Reply> call(String method, JsonNode arguments) {
        return send(Post.json(address(method), authorization(), arguments.toString()));
    }

    /** Asks a method that takes a form only. */
    Uni<Reply> ask(String method, String name, String value) {
        return send(Post.form(address(method), authorization(), Map.of(name, value)));
    }

    private Uni<Reply> send(Post post) {
        return posts.post(post, settings.timeout()).map(SlackApi::reply);
    }

    private String address(String method) {
        return settings.apiUrl() + "/" + method;
    }

    private Map<String, String> authorization() {
        return Map.of("Authorization", "Bearer " + settings.botToken().orElse(""));
    }

    private static Reply reply(Posts.Answer answer) {
        return switch (answer.outcome()) {
            case Outcome.Sent sent -> said(answer);
            case Outcome.Throttled throttled -> new Reply.Failed("ratelimited", throttled);
            case Outcome.Postponed postponed -> new Reply.Failed(postponed.reason(), postponed);
            case Outcome.Refused refused -> new Reply.Failed(refused.reason(), refused);
            case Outcome.Unanswered unanswered -> new Reply.Failed(unanswered.reason(), unanswered);
            case Outcome.Unwanted unwanted -> new Reply.Failed(unwanted.reason(), unwanted);
        };
    }

    /** Slack says with status 200 what went wrong. */
    private static Reply said(Posts.Answer answer) {
        try {
            JsonNode said = JSON.readTree(answer.body());
            if (said != null && said.path("ok").isBoolean()) {
                return said.path("ok").asBoolean()
                        ? new Reply.Done(said)
                        : failed(said.path("error").asText(), Retryable.pause(answer.retryAfter()));
            }
        } catch (JsonProcessingException e) {
            // below
        }
        String reason = "an answer of no known form";
        return new Reply.Failed(reason, new Outcome.Unanswered(reason));
    }

    private static Reply failed(String said, Duration pause) {
        String error = ERROR_CODE.matcher(said).matches() ? said : "an error without a name";
        if (BUSY.contains(error)) {
            return new Reply.Failed(error, new Outcome.Throttled(error, pause));
        }
        return new Reply.Failed(
                error, PASSING.contains(error) ? new Outcome.Postponed(error, pause) : new Outcome.Refused(error));
    }
}
