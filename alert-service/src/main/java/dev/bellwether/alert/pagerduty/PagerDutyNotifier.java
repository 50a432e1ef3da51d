package dev.bellwether.alert.pagerduty;

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
import java.util.Map;
import java.util.Optional;

/** Opens and closes incidents of PagerDuty; one thread is one incident. The routing key is a secret. */
@ApplicationScoped
class PagerDutyNotifier implements Notifier {

    private final Posts posts;
    private final AlertSettings settings;

    PagerDutyNotifier(Posts posts, AlertSettings settings) {
        this.posts = posts;
        this.settings = settings;
        Posts.check("bellwether.alert.pagerduty.url", settings.pagerDuty().url());
    }

    @Override
    public Channel channel() {
        return Channel.PAGERDUTY;
    }

    @Override
    public boolean enabled() {
        return settings.pagerDuty().routingKey().isPresent();
    }

    @Override
    public boolean forPeople() {
        return false;
    }

    @Override
    public Duration timeout() {
        return settings.pagerDuty().timeout();
    }

    /** By its {@code dedup_key}. */
    @Override
    public boolean recognisesRepeats() {
        return true;
    }

    @Override
    public Recipient addressed(Recipient person) {
        return person.at("pagerduty");
    }

    @Override
    public Uni<Outcome> send(Message message) {
        Optional<String> key = settings.pagerDuty().routingKey();
        if (key.isEmpty()) {
            return Uni.createFrom().item(new Outcome.Refused("PagerDuty is not configured"));
        }
        String json = Incident.of(message, settings.consoleUrl())
                .put("routing_key", key.get())
                .toString();
        return posts.post(Post.json(settings.pagerDuty().url(), Map.of(), json), timeout())
                .map(Posts.Answer::outcome);
    }
}
