package dev.bellwether.alert.email;

import dev.bellwether.alert.AlertSettings;
import dev.bellwether.alert.delivery.Message;
import dev.bellwether.alert.delivery.Notifier;
import dev.bellwether.alert.delivery.Outcome;
import dev.bellwether.alert.delivery.Retryable;
import dev.bellwether.alert.policy.Channel;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Sends to the mailbox of the person it is for. */
@ApplicationScoped
class EmailNotifier implements Notifier {

    /** To ask who wants mails, and to write one. */
    private static final Duration TO_WRITE = Duration.ofSeconds(5);

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
        return settings.timeout().plus(TO_WRITE);
    }

    @Override
    public Uni<Outcome> send(Message message) {
        if (message.content().silent()) { // a mail cannot be edited
            return Uni.createFrom().item(new Outcome.Sent());
        }
        return written(message)
                .ifNoItem()
                .after(TO_WRITE)
                .fail()
                .onFailure()
                .recoverWithItem(failure -> new Written.Not(Retryable.unsent(failure)))
                .chain(written -> switch (written) {
                    case Written.Not(Outcome outcome) -> Uni.createFrom().item(outcome);
                    case Written.Down(Mail mail) -> sent(mail);
                });
    }

    /** A mail, or why there is none. */
    private sealed interface Written {
        record Down(Mail mail) implements Written {}

        record Not(Outcome outcome) implements Written {}
    }

    private Uni<Written> written(Message message) {
        // that it is told by mail was decided before anybody unsubscribed, or all the same
        return message.content().callsForAction()
                ? written(message, false)
                : optOuts.knows(message.recipient().email()).chain(unwanted -> written(message, unwanted));
    }

    private Uni<Written> written(Message message, boolean unwanted) {
        return unwanted
                ? Uni.createFrom().item(new Written.Not(new Outcome.Unwanted("unsubscribed")))
                : mails.of(message).map(Written.Down::new);
    }

    private Uni<Outcome> sent(Mail mail) {
        return mailer.send(mail).ifNoItem().after(settings.timeout()).fail().replaceWith(new Outcome.Sent());
    }
}
