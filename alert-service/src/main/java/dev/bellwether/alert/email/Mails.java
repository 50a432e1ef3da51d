package dev.bellwether.alert.email;

import dev.bellwether.alert.AlertSettings;
import dev.bellwether.alert.delivery.Message;
import dev.bellwether.alert.wording.Bulletin;
import dev.bellwether.alert.wording.Said;
import dev.bellwether.alert.wording.Story;
import dev.bellwether.alert.wording.Words;
import io.quarkus.mailer.Mail;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * Writes mails: HTML with a text beside it. Their ids follow from the message, so that a mail sent twice is one mail to
 * many mailboxes, and what follows is shown in one thread.
 */
@ApplicationScoped
class Mails {

    private static final int MOST_PARTS = 20;
    private static final int MOST_ROWS = 100;

    private final Template html;
    private final Template text;
    private final Links links;
    private final AlertSettings settings;

    Mails(
            @Location("mail.html") Template html,
            @Location("mail.txt") Template text,
            Links links,
            AlertSettings settings) {
        this.html = html;
        this.text = text;
        this.links = links;
        this.settings = settings;
    }

    Uni<Mail> of(Message message) {
        Said said = Words.of(message.content(), settings.consoleUrl());
        return Uni.combine()
                .all()
                .unis(
                        filled(html, message, said).createUni(),
                        filled(text, message, said).createUni())
                .with((richText, plainText) -> headed(
                        message,
                        new Mail()
                                .addTo(message.recipient().email())
                                .setSubject(Subjects.of(said.headline()))
                                .setHtml(richText)
                                .setText(plainText)));
    }

    private TemplateInstance filled(Template template, Message message, Said said) {
        String email = message.recipient().email();
        TemplateInstance filled = template.data("tone", said.tone())
                .data("headline", said.headline())
                .data("link", said.link().toString())
                .data("footer", Footer.of(message))
                .data(
                        "unsubscribe",
                        links.about(new Purpose.Unsubscribe(), email).orElse(""));
        return switch (said) {
            case Story story ->
                filled.data("above", story.account())
                        .data("title", story.what())
                        .data("lead", story.lead())
                        .data("paragraphs", paragraphs(story, email))
                        .data("standing", story.standing())
                        .data("rows", List.of())
                        .data("more", Math.max(0, story.parts().size() - MOST_PARTS));
            case Bulletin whole -> {
                Bulletin bulletin = whole.first(MOST_ROWS);
                yield filled.data("above", "Bellwether")
                        .data("title", bulletin.title())
                        .data("lead", bulletin.lead())
                        .data("paragraphs", List.of())
                        .data("standing", List.of())
                        .data("rows", bulletin.rows())
                        .data("more", bulletin.more());
            }
        };
    }

    private List<Paragraph> paragraphs(Story story, String email) {
        return story.parts().stream()
                .limit(MOST_PARTS)
                .map(part -> new Paragraph(part, links.about(part.alert(), email, part.stands())))
                .toList();
    }

    private Mail headed(Message message, Mail mail) {
        mail.addHeader("Message-ID", id(message.thread(), message.revision()));
        mail.addHeader("Auto-Submitted", "auto-generated");
        if (message.revision() > 1) {
            String first = id(message.thread(), 1);
            mail.addHeader("In-Reply-To", first).addHeader("References", first);
        }
        links.about(new Purpose.Unsubscribe(), message.recipient().email())
                .ifPresent(url -> mail.addHeader("List-Unsubscribe", "<" + url + ">")
                        .addHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
        return mail;
    }

    private static String id(UUID thread, int revision) {
        return "<alert-" + thread + "." + revision + "@bellwether>";
    }
}
