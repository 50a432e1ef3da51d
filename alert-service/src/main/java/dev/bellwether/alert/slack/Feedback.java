package dev.bellwether.alert.slack;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.alert.AlertSettings;
import dev.bellwether.alert.book.Handled;
import dev.bellwether.alert.delivery.Outcome;
import dev.bellwether.alert.delivery.Posts;
import dev.bellwether.alert.delivery.Posts.Post;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/**
 * Shows in Slack what became of a click, by the address that came with it. Where a bot edits its own message by the
 * outbox, as it does for whatever changes the alert, nothing is left to show.
 */
@ApplicationScoped
class Feedback {

    static final String DONE = "done";
    private static final String NOT_FOUND = "not-found";

    private final Posts posts;
    private final AlertSettings.Slack settings;

    Feedback(Posts posts, AlertSettings settings) {
        this.posts = posts;
        this.settings = settings.slack();
    }

    /** What came of a click, in a word that is kept. */
    static String outcome(Handled handled) {
        return switch (handled) {
            case Handled.Done done -> DONE;
            case Handled.NotFound notFound -> NOT_FOUND;
            case Handled.Over over -> over.status();
        };
    }

    /** Fails when another attempt may succeed. */
    Uni<Void> show(Click click, String by, String outcome) {
        return switch (outcome) {
            case DONE ->
                settings.botToken().isPresent() ? Uni.createFrom().voidItem() : post(click, replacement(click, by));
            case NOT_FOUND -> post(click, onlyToThem("There is no such alert any more."));
            default -> post(click, onlyToThem("This alert is " + outcome + " already."));
        };
    }

    private static ObjectNode replacement(Click click, String by) {
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        message.put("replace_original", true)
                .put("text", click.message().path("text").asText());
        message.set("blocks", Original.after(click, by));
        return message;
    }

    private static ObjectNode onlyToThem(String text) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("response_type", "ephemeral")
                .put("replace_original", false)
                .put("text", text);
    }

    private Uni<Void> post(Click click, ObjectNode message) {
        return click.responseUrl().isEmpty()
                ? Uni.createFrom().voidItem()
                : posts.post(Post.json(click.responseUrl(), Map.of(), message.toString()), settings.timeout())
                        .map(answer -> Feedback.checked(answer.outcome()))
                        .replaceWithVoid();
    }

    private static Outcome checked(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Postponed postponed -> throw new IllegalStateException(postponed.reason());
            case Outcome.Throttled throttled -> throw new IllegalStateException(throttled.reason());
            case Outcome.Hindered hindered -> throw new IllegalStateException(hindered.reason());
            case Outcome.Doubtful doubtful -> throw new IllegalStateException(doubtful.reason());
            case Outcome.Unready unready -> unready;
            case Outcome.Unanswered unanswered -> throw new IllegalStateException(unanswered.reason());
            // after half an hour, or five changes, the address is used up: what was clicked is done all the same
            case Outcome.Refused refused -> refused;
            case Outcome.Sent sent -> sent;
            case Outcome.Unwanted unwanted -> unwanted;
            case Outcome.Stranger stranger -> stranger;
        };
    }
}
