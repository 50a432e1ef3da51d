package dev.bellwether.alert.teams;

import dev.bellwether.alert.AlertSettings;
import dev.bellwether.alert.delivery.Message;
import dev.bellwether.alert.delivery.Notifier;
import dev.bellwether.alert.delivery.Outcome;
import dev.bellwether.alert.delivery.Posts;
import dev.bellwether.alert.delivery.Posts.Post;
import dev.bellwether.alert.delivery.Retryable;
import dev.bellwether.alert.message.Recipient;
import dev.bellwether.alert.policy.Channel;
import dev.bellwether.alert.wording.Words;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Posts to a channel of Microsoft Teams by a workflow, which can neither edit nor answer. */
@ApplicationScoped
class TeamsNotifier implements Notifier {

    /** Teams has said so with status 200. */
    private static final String THROTTLED = "HTTP error 429";

    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final Posts posts;
    private final AlertSettings settings;

    TeamsNotifier(Posts posts, AlertSettings settings) {
        this.posts = posts;
        this.settings = settings;
        settings.teams().url().ifPresent(url -> Posts.check("bellwether.alert.teams.url", url));
    }

    @Override
    public Channel channel() {
        return Channel.TEAMS;
    }

    @Override
    public boolean enabled() {
        return settings.teams().url().isPresent();
    }

    @Override
    public Duration timeout() {
        return settings.teams().timeout();
    }

    @Override
    public Recipient addressed(Recipient person) {
        return person.at("teams");
    }

    @Override
    public Uni<Outcome> send(Message message) {
        Optional<String> url = settings.teams().url();
        if (url.isEmpty()) {
            return Uni.createFrom().item(new Outcome.Refused("Teams is not configured"));
        }
        if (message.content().silent()) { // what was posted stays as it is
            return Uni.createFrom().item(new Outcome.Sent());
        }
        String card = Card.of(
                        Words.of(message.content(), settings.consoleUrl()),
                        message.recipient().email(),
                        message.because())
                .toString();
        return posts.post(Post.json(url.get(), Map.of(), card), timeout()).map(TeamsNotifier::outcome);
    }

    private static Outcome outcome(Posts.Answer answer) {
        if (answer.body().contains(THROTTLED)) {
            Duration asked = Retryable.pause(answer.retryAfter());
            return new Outcome.Throttled("HTTP 429", asked.isZero() ? PAUSE : asked);
        }
        return answer.outcome();
    }
}
