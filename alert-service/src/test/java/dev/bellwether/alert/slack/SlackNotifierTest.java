package dev.bellwether.alert.slack;

import dev.bellwether.alert.delivery.Notifier;
import dev.bellwether.alert.delivery.NotifierSpecification;
import dev.bellwether.alert.testing.AnAccount;
import dev.bellwether.alert.testing.SlackStandIn;
import dev.bellwether.alert.testing.TestSettings;
import io.vertx.mutiny.core.Vertx;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;

class SlackNotifierTest extends NotifierSpecification {

    private static final Vertx VERTX = Vertx.vertx();

    private final SlackStandIn slack = SlackStandIn.start();
    private final Notifier notifier = new SlackNotifier(VERTX, new TestSettings(Optional.of(slack.webhook()), TIMEOUT));

    @AfterEach
    void stop() {
        slack.stop();
    }

    @AfterAll
    static void stopVertx() {
        VERTX.closeAndAwait();
    }

    @Override
    protected Notifier notifier() {
        return notifier;
    }

    @Override
    protected int arrived(AnAccount account) {
        return slack.messages(account.id()).size();
    }

    @Override
    protected void refuseNext() {
        slack.answerNext(404, "");
    }

    @Override
    protected void failNext() {
        slack.answerNext(503, "");
    }

    @Override
    protected void ignoreNext() {
        slack.answerNextTooLate();
    }
}
