package dev.bellwether.alert.webhook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import dev.bellwether.alert.AlertSettings;
import dev.bellwether.alert.delivery.Message;
import dev.bellwether.alert.delivery.Notifier;
import dev.bellwether.alert.delivery.Outcome;
import dev.bellwether.alert.delivery.Posts;
import dev.bellwether.alert.delivery.Posts.Post;
import dev.bellwether.alert.message.Recipient;
import dev.bellwether.alert.policy.Channel;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Posts to another program, signed; the id of a message is the same at every attempt, so that it can tell a repeat. */
@ApplicationScoped
class WebhookNotifier implements Notifier {

    private final Posts posts;
    private final AlertSettings settings;
    private final InstantSource clock;
    private final Optional<Webhook> signer;

    WebhookNotifier(Posts posts, AlertSettings settings, InstantSource clock) {
        this.posts = posts;
        this.settings = settings;
        this.clock = clock;
        this.signer = settings.webhook().url().map(url -> signer(settings, url));
    }

    private static Webhook signer(AlertSettings settings, String url) {
        Posts.check("bellwether.alert.webhook.url", url);
        try {
            return new Webhook(settings.webhook().secret().orElse(""));
        } catch (EmptyWebhookSecretException | IllegalArgumentException e) {
            // without a cause: its text may hold the secret
            throw new IllegalArgumentException(
                    "bellwether.alert.webhook.secret must be whsec_ and base64, since bellwether.alert.webhook.url is set");
        }
    }

    @Override
    public Channel channel() {
        return Channel.WEBHOOK;
    }

    @Override
    public boolean enabled() {
        return signer.isPresent();
    }

    @Override
    public Duration timeout() {
        return settings.webhook().timeout();
    }

    /** By its {@code webhook-id}. */
    @Override
    public boolean recognisesRepeats() {
        return true;
    }

    @Override
    public Recipient addressed(Recipient person) {
        return person.at("webhook");
    }

    /** A program may want to know what people see. */
    @Override
    public boolean edits() {
        return true;
    }

    @Override
    public Uni<Outcome> send(Message message) {
        if (signer.isEmpty()) {
            return Uni.createFrom().item(new Outcome.Refused("no webhook is configured"));
        }
        String body = Payload.of(message, settings.consoleUrl()).toString();
        Post post =
                Post.json(settings.webhook().url().orElse(""), headers(signer.get(), Payload.id(message), body), body);
        return posts.post(post, timeout()).map(Posts.Answer::outcome);
    }

    private Map<String, String> headers(Webhook webhook, String id, String body) {
        long now = clock.instant().getEpochSecond();
        try {
            return Map.of(
                    "webhook-id", id,
                    "webhook-timestamp", String.valueOf(now),
                    "webhook-signature", webhook.sign(id, now, body));
        } catch (WebhookSigningException e) {
            throw new IllegalStateException("this JDK cannot sign a webhook");
        }
    }
}
