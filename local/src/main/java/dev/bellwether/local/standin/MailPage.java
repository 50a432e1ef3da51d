package dev.bellwether.local.standin;

import com.fasterxml.jackson.databind.JsonNode;

/** The page of received mails, newest first. */
final class MailPage {

    private MailPage() {}

    static String of(MessageLog log) {
        StringBuilder articles = new StringBuilder();
        log.shown().forEach(mail -> articles.append(article(mail)));
        return Html.page("Mails received by the stand-in", articles.toString());
    }

    private static String article(JsonNode mail) {
        return """
            <article><header>%s · from %s · to %s</header><h2>%s</h2><pre>%s</pre>%s</article>
            """.formatted(
                        text(mail, "receivedAt"),
                        text(mail, "from"),
                        text(mail, "to"),
                        text(mail, "subject"),
                        text(mail, "text"),
                        html(mail));
    }

    /** In a frame without any right: no scripts, no forms, no way to the page around it. */
    private static String html(JsonNode mail) {
        return mail.path("html").asText().isEmpty()
                ? ""
                : "<details><summary>as HTML</summary><iframe sandbox=\"\" srcdoc=\"" + text(mail, "html")
                        + "\"></iframe></details>";
    }

    private static String text(JsonNode mail, String field) {
        return Html.escaped(mail.path(field).asText());
    }
}
