package dev.bellwether.alert.slack;

import dev.bellwether.alert.AlertSettings;
import dev.bellwether.alert.delivery.HttpNotifierSpecification;
import dev.bellwether.alert.delivery.Notifier;
import dev.bellwether.alert.testing.AnAccount;
import dev.bellwether.alert.testing.Peer;
import dev.bellwether.alert.testing.SlackStandIn;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** Slack by an incoming webhook. */
class HookTest extends HttpNotifierSpecification {

    private final SlackStandIn slack = SlackStandIn.start();

    @AfterEach
    void stop() {
        slack.stop();
    }

    static Notifier slackNotifier(AlertSettings settings) {
        SlackApi api = new SlackApi(POSTS, settings);
        return new SlackNotifier(
                settings,
                new Bot(api, new People(api), new Repeats(api, settings), settings),
                new Hook(POSTS, settings));
    }

    @Override
    protected Peer peer() {
        return slack.peer();
    }

    @Override
    protected Notifier notifier(AlertSettings settings) {
        return slackNotifier(settings);
    }

    @Override
    protected String addressKey() {
        return "slack.webhook-url";
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("slack.webhook-url", slack.webhook(), "slack.timeout", TIMEOUT.toString());
    }

    @Override
    protected int arrived(AnAccount account) {
        return slack.messages(account.id()).size();
    }
}
