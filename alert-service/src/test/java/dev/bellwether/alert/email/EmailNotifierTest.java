package dev.bellwether.alert.email;

import dev.bellwether.alert.delivery.Notifier;
import dev.bellwether.alert.delivery.NotifierSpecification;
import dev.bellwether.alert.testing.AnAccount;
import dev.bellwether.alert.testing.MailStandIn;
import dev.bellwether.alert.testing.Surroundings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class EmailNotifierTest extends NotifierSpecification {

    private final MailStandIn mail = Surroundings.mail();

    @Inject
    EmailNotifier notifier;

    @Override
    protected Notifier notifier() {
        return notifier;
    }

    @Override
    protected int arrived(AnAccount account) {
        return mail.mails(account.name()).size();
    }

    @Override
    protected void refuseNext() {
        mail.answerNext("554 not from you");
    }

    @Override
    protected void failNext() {
        mail.answerNext("451 too busy");
    }

    @Override
    protected void ignoreNext() {
        mail.ignoreNext();
    }
}
