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

    /** Slack is in trouble. */
    private static final Set<String> PASSING = Set.of("service_unavailable", "team_added_to_org");

    /** Slack failed, and says that some of it may be done. */
    private static final Set<String> HALF_DONE = Set.of("internal_error", "fatal_error", "request_timeout");

    /** Somebody has to look after the app or the channel: mended, the same message is taken. */
    private static final Set<String> NOT_SET_UP = Set.of(
            "not_authed",
            "invalid_auth",
            "account_inactive",
            "token_expired",
            "token_revoked",
            "missing_scope",
            "no_permission",
            "access_denied",
            "ekm_access_denied",
            "restricted_action",
            "team_access_not_granted",
            "org_login_required",
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

    /** Posts a message; done twice, it stands there twice. */
    Uni<Reply> post(JsonNode arguments) {
        return send(Post.json(address("chat.postMessage"), authorization(), arguments.toString()));
    }

    /** Calls a method that takes JSON, and that may be called twice. */
    Uni<Reply> call(String method, JsonNode arguments) {
        return harmless(send(Post.json(address(method), authorization(), arguments.toString())));
    }

    /** Asks a method that takes a form only. */
    Uni<Reply> ask(String method, Map<String, String> fields) {
        return harmless(send(Post.form(address(method), authorization(), fields)));
    }

    /** Fails with nothing: a call that may be made again leaves nobody in doubt. */
    private static Uni<Reply> harmless(Uni<Reply> reply) {
        return reply.onFailure()
                .recoverWithItem(failure -> new Reply.Failed("no answer", Retryable.failure(failure)))
                .map(said -> switch (said) {
                    case Reply.Done done -> done;
                    case Reply.Failed(String error, Outcome outcome) -> new Reply.Failed(error, outcome.harmless());
                });
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
            case Outcome.Hindered hindered -> new Reply.Failed(hindered.reason(), hindered);
            case Outcome.Doubtful doubtful -> new Reply.Failed(doubtful.reason(), doubtful);
            case Outcome.Unready unready -> new Reply.Failed(unready.reason(), unready);
            case Outcome.Refused refused -> new Reply.Failed(refused.reason(), refused);
            case Outcome.Unanswered unanswered -> new Reply.Failed(unanswered.reason(), unanswered);
            case Outcome.Unwanted unwanted -> new Reply.Failed(unwanted.reason(), unwanted);
            case Outcome.Stranger stranger -> new Reply.Failed(stranger.reason(), stranger);
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
        if (HALF_DONE.contains(error)) {
            return new Reply.Failed(error, new Outcome.Doubtful(error, pause));
        }
        if (NOT_SET_UP.contains(error)) {
            return new Reply.Failed(error, new Outcome.Unready(error));
        }
        return new Reply.Failed(
                error, PASSING.contains(error) ? new Outcome.Postponed(error, pause) : new Outcome.Refused(error));
    }
}
