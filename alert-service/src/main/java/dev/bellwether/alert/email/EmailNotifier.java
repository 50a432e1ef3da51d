package dev.bellwether.alert.email;

import dev.bellwether.alert.AlertSettings;
import dev.bellwether.alert.delivery.Message;
import dev.bellwether.alert.delivery.Notifier;
import dev.bellwether.alert.delivery.Outcome;
import dev.bellwether.alert.message.Update;
import dev.bellwether.alert.policy.Channel;
import dev.bellwether.alert.wording.Wording;
import dev.bellwether.alert.wording.Words;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;

/**
 * Sends to the mailbox of the person it is for: HTML with a text beside it. Ids of mails follow from the alert, so that
 * a mail sent twice is one mail to the mailbox, and what follows is shown in one thread.
 */
@ApplicationScoped
class EmailNotifier implements Notifier {

    private final ReactiveMailer mailer;
    private final Template html;
    private final Template text;
    private final AlertSettings settings;

    EmailNotifier(
            ReactiveMailer mailer,
            @Location("mail.html") Template html,
            @Location("mail.txt") Template text,
            AlertSettings settings) {
        this.mailer = mailer;
        this.html = html;
        this.text = text;
        this.settings = settings;
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public boolean enabled() {
        return settings.email().enabled();
    }

    @Override
    public Duration timeout() {
        return settings.email().timeout();
    }

    @Override
    public Uni<Outcome> send(Message message) {
        if (message.content() instanceof Update) { // a mail cannot be edited
            return Uni.createFrom().item(new Outcome.Sent());
        }
        URI console = settings.consoleUrl();
        return mail(message, Words.of(message.content(), console))
                .chain(mail -> mailer.send(mail))
                .ifNoItem()
                .after(timeout())
                .fail()
                .replaceWith(new Outcome.Sent());
    }

    private Uni<Mail> mail(Message message, Wording wording) {
        return Uni.combine()
                .all()
                .unis(
                        filled(html, message, wording).createUni(),
                        filled(text, message, wording).createUni())
                .with((richText, plainText) -> headed(
                        message,
                        new Mail()
                                .addTo(message.recipient().email())
                                .setSubject(Subjects.of(wording.headline()))
                                .setHtml(richText)
                                .setText(plainText)));
    }

    private static TemplateInstance filled(Template template, Message message, Wording wording) {
        return template.data("wording", wording).data("footer", Footer.of(message));
    }

    private static Mail headed(Message message, Mail mail) {
        mail.addHeader("Message-ID", id(message.thread(), message.revision()));
        mail.addHeader("Auto-Submitted", "auto-generated");
        if (!message.first()) {
            String first = id(message.thread(), 1);
            mail.addHeader("In-Reply-To", first).addHeader("References", first);
        }
        return mail;
    }

    private static String id(UUID thread, int revision) {
        return "<alert-" + thread + "." + revision + "@bellwether>";
    }
}
