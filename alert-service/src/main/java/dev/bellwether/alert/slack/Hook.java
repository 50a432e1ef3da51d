package dev.bellwether.alert.slack;

import dev.bellwether.alert.AlertSettings;
import dev.bellwether.alert.delivery.Message;
import dev.bellwether.alert.delivery.Outcome;
import dev.bellwether.alert.delivery.Posts;
import dev.bellwether.alert.delivery.Posts.Post;
import dev.bellwether.alert.wording.Bulletin;
import dev.bellwether.alert.wording.Story;
import dev.bellwether.alert.wording.Words;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An incoming webhook: it posts into one Slack channel, and can neither edit nor answer. Its address is a secret: it goes
 * into the request and nowhere else.
 */
@ApplicationScoped
class Hook {

    /** The address of all messages that go by a webhook. */
    static final String PLACE = "webhook";

    /** Slack's words for a webhook that somebody has to look after, whatever the status. */
    private static final Pattern NOT_SET_UP = Pattern.compile(
            "no_service(_id)?|no_active_hooks|no_team|team_disabled|invalid_token|channel_not_found|channel_is_archived"
                    + "|action_prohibited|posting_to_general_channel_denied");

    private final Posts posts;
    private final AlertSettings settings;

    Hook(Posts posts, AlertSettings settings) {
        this.posts = posts;
        this.settings = settings;
    }

    Uni<Outcome> send(Message message) {
        Optional<String> address = settings.slack().webhookUrl();
        if (address.isEmpty()) {
            return Uni.createFrom().item(new Outcome.Refused("Slack is not configured"));
        }
        if (message.content().silent()) { // what was posted stays as it is
            return Uni.createFrom().item(new Outcome.Sent());
        }
        String json = written(message).addressedBy(message).json().toString();
        return posts.post(
                        Post.json(address.get(), Map.of(), json),
                        settings.slack().timeout())
                .map(Hook::outcome);
    }

    private SlackMessage written(Message message) {
        boolean buttons = settings.slack().signingSecret().isPresent();
        return switch (Words.of(message.content(), settings.consoleUrl())) {
            case Story story -> StoryBlocks.of(story, buttons);
            case Bulletin bulletin -> BulletinBlocks.of(bulletin);
        };
    }

    /** Slack says {@code ok}; what somebody in between says in its place means nothing. */
    private static Outcome outcome(Posts.Answer answer) {
        return switch (answer.outcome()) {
            case Outcome.Sent sent
            when !answer.body().strip().equals("ok") -> new Outcome.Unanswered("an answer of no known form");
            case Outcome.Refused(String reason)
            when NOT_SET_UP.matcher(answer.body().strip()).matches() -> new Outcome.Unready(reason);
            case Outcome outcome -> outcome;
        };
    }
}
