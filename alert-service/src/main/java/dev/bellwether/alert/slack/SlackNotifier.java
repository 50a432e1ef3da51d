package dev.bellwether.alert.slack;

import dev.bellwether.alert.AlertSettings;
import dev.bellwether.alert.delivery.Message;
import dev.bellwether.alert.delivery.Notifier;
import dev.bellwether.alert.delivery.Outcome;
import dev.bellwether.alert.delivery.Posts;
import dev.bellwether.alert.message.Recipient;
import dev.bellwether.alert.policy.Channel;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Writes to Slack as a bot where there is one, else by an incoming webhook. */
@ApplicationScoped
class SlackNotifier implements Notifier {

    /** Who it is, where to, the edit, whether it stands there, and the answer. */
    private static final int MOST_CALLS = 5;

    private final AlertSettings.Slack settings;
    private final Bot bot;
    private final Hook hook;

    SlackNotifier(AlertSettings settings, Bot bot, Hook hook) {
        this.settings = settings.slack();
        this.bot = bot;
        this.hook = hook;
        settings.slack().webhookUrl().ifPresent(url -> Posts.check("bellwether.alert.slack.webhook-url", url));
        Posts.check("bellwether.alert.slack.api-url", settings.slack().apiUrl());
    }

    @Override
    public Channel channel() {
        return Channel.SLACK;
    }

    @Override
    public boolean enabled() {
        return isBot() || settings.webhookUrl().isPresent();
    }

    private boolean isBot() {
        return settings.botToken().isPresent();
    }

    @Override
    public Duration timeout() {
        return isBot() ? settings.timeout().multipliedBy(MOST_CALLS) : settings.timeout();
    }

    @Override
    public Duration pace() {
        return settings.pace();
    }

    /** A webhook is one door, whatever the address. */
    @Override
    public boolean apart() {
        return isBot();
    }

    /** All read it in one place, unless a bot without a channel writes to each person. */
    @Override
    public Recipient addressed(Recipient person) {
        return isBot() ? settings.channel().map(person::at).orElse(person) : person.at(Hook.PLACE);
    }

    @Override
    public boolean edits() {
        return isBot();
    }

    @Override
    public Uni<Outcome> send(Message message) {
        return isBot() ? bot.send(message) : hook.send(message);
    }
}
