package dev.bellwether.alert.email;

import dev.bellwether.alert.AlertSettings;
import dev.bellwether.alert.delivery.Message;
import dev.bellwether.alert.delivery.Notifier;
import dev.bellwether.alert.delivery.Outcome;
import dev.bellwether.alert.policy.Channel;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Sends to the mailbox of the person it is for. */
@ApplicationScoped
class EmailNotifier implements Notifier {

    private final ReactiveMailer mailer;
    private final Mails mails;
    private final OptOuts optOuts;
    private final AlertSettings.Email settings;

    EmailNotifier(ReactiveMailer mailer, Mails mails, OptOuts optOuts, AlertSettings settings) {
        this.mailer = mailer;
        this.mails = mails;
        this.optOuts = optOuts;
        this.settings = settings.email();
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public boolean enabled() {
        return settings.enabled();
    }

    @Override
    public Duration timeout() {
        return settings.timeout();
    }

    /** By its {@code Message-ID}, of which most mailboxes show one. */
    @Override
    public boolean recognisesRepeats() {
        return true;
    }

    @Override
    public Uni<Outcome> send(Message message) {
        if (message.content().silent()) { // a mail cannot be edited
            return Uni.createFrom().item(new Outcome.Sent());
        }
        // that it is told by mail was decided before anybody unsubscribed, or all the same
        if (message.content().callsForAction()) {
            return mailed(message);
        }
        return optOuts.knows(message.recipient().email())
                .chain(unwanted ->
                        unwanted ? Uni.createFrom().item(new Outcome.Unwanted("unsubscribed")) : mailed(message));
    }

    private Uni<Outcome> mailed(Message message) {
        return mails.of(message)
                .chain(mail -> mailer.send(mail))
                .ifNoItem()
                .after(timeout())
                .fail()
                .replaceWith(new Outcome.Sent());
    }
}
