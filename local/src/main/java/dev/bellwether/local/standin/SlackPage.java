package dev.bellwether.local.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** The page of received Slack messages, newest first, with their blocks made readable. */
final class SlackPage {

    private SlackPage() {}

    static String of(MessageLog log) {
        StringBuilder articles = new StringBuilder();
        Set<String> edited = new HashSet<>();
        // newest first: of a message that was edited the page shows what it says now, and when that was said
        for (JsonNode message : log.shown()) {
            String ts = message.path("body").path("ts").asText();
            if (ts.isEmpty() || edited.add(ts)) {
                articles.append(article(message));
            }
        }
        return Html.page("Slack messages received by the stand-in", articles.toString());
    }

    private static String article(JsonNode message) {
        JsonNode body = message.path("body");
        StringBuilder content = new StringBuilder();
        body.path("blocks").forEach(block -> content.append(block(block)));
        body.path("attachments")
                .forEach(attachment -> attachment.path("blocks").forEach(block -> content.append(block(block))));
        if (content.isEmpty()) {
            content.append(paragraph(body.path("text")));
        }
        String kind = body.has("thread_ts") ? " · answer in a thread" : "";
        return "<article><header>%s · %s%s</header>%s</article>\n"
                .formatted(
                        Html.escaped(message.path("receivedAt").asText()),
                        Html.escaped(message.path("path").asText()),
                        kind,
                        content);
    }

    private static String block(JsonNode block) {
        return switch (block.path("type").asText()) {
            case "header" -> "<h2>" + SlackText.html(block.path("text")) + "</h2>";
            case "section" -> paragraph(block.path("text")) + fields(block.path("fields"));
            case "context" -> "<p class=\"context\">" + each(block.path("elements")) + "</p>";
            case "actions" -> buttons(block.path("elements"));
            case "divider" -> "<hr>";
            default -> "<pre>" + Html.escaped(block.toPrettyString()) + "</pre>";
        };
    }

    private static String paragraph(JsonNode text) {
        String html = SlackText.html(text);
        return html.isEmpty() ? "" : "<p>" + html + "</p>";
    }

    private static String fields(JsonNode fields) {
        StringBuilder cells = new StringBuilder();
        fields.forEach(field -> cells.append(paragraph(field)));
        return cells.isEmpty() ? "" : "<div class=\"fields\">" + cells + "</div>";
    }

    private static String each(JsonNode elements) {
        StringBuilder parts = new StringBuilder();
        elements.forEach(element -> parts.append(SlackText.html(element)).append(' '));
        return parts.toString();
    }

    private static String buttons(JsonNode elements) {
        StringBuilder parts = new StringBuilder();
        elements.forEach(element -> {
            String label = SlackText.html(element.has("text") ? element.path("text") : element.path("placeholder"));
            String url = element.path("url").asText();
            parts.append("<span class=\"button\">")
                    .append(url.isEmpty() ? label : SlackText.link(url, label))
                    .append("</span>");
        });
        return parts.toString();
    }
}
