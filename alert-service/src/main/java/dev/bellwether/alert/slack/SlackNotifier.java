package dev.bellwether.alert.slack;

import dev.bellwether.alert.AlertSettings;
import dev.bellwether.alert.delivery.Message;
import dev.bellwether.alert.delivery.Notifier;
import dev.bellwether.alert.delivery.Outcome;
import dev.bellwether.alert.delivery.Retryable;
import dev.bellwether.alert.message.Recipient;
import dev.bellwether.alert.message.Update;
import dev.bellwether.alert.policy.Channel;
import dev.bellwether.alert.wording.Words;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.http.HttpClient;
import io.vertx.mutiny.core.http.HttpClientResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Posts to an incoming webhook. The webhook's address is a secret: it goes into the request and nowhere else. */
@ApplicationScoped
class SlackNotifier implements Notifier {

    private final HttpClient client;
    private final AlertSettings.Slack settings;
    private final URI console;

    SlackNotifier(Vertx vertx, AlertSettings settings) {
        this.client = vertx.createHttpClient();
        this.settings = settings.slack();
        this.console = settings.consoleUrl();
    }

    @Override
    public Channel channel() {
        return Channel.SLACK;
    }

    @Override
    public boolean enabled() {
        return settings.webhookUrl().isPresent();
    }

    @Override
    public Duration timeout() {
        return settings.timeout();
    }

    /** A webhook belongs to one Slack channel: whoever a message is for, all read it there. */
    @Override
    public Recipient addressed(Recipient person) {
        return person.at("webhook");
    }

    @Override
    public Uni<Outcome> send(Message message) {
        if (message.content() instanceof Update) { // a webhook cannot edit
            return Uni.createFrom().item(new Outcome.Sent());
        }
        Optional<String> webhook = settings.webhookUrl();
        return webhook.isPresent()
                ? post(
                        webhook.get(),
                        Blocks.of(Words.of(message.content(), console)).toString())
                : Uni.createFrom().item(new Outcome.Refused("Slack is not configured"));
    }

    private Uni<Outcome> post(String webhook, String json) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(webhook)
                .setTimeout(settings.timeout().toMillis())
                .putHeader("Content-Type", "application/json; charset=utf-8");
        return client.request(options)
                .chain(request -> request.send(Buffer.buffer(json)))
                .chain(SlackNotifier::outcome)
                .ifNoItem()
                .after(settings.timeout())
                .fail();
    }

    private static Uni<Outcome> outcome(HttpClientResponse response) {
        @Nullable String retryAfter = response.getHeader("Retry-After");
        return response.body().map(body -> Retryable.http(response.statusCode(), retryAfter, body.toString()));
    }
}
