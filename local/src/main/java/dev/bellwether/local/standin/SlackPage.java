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
        String ts = body.path("ts").asText();
        StringBuilder content = new StringBuilder();
        body.path("blocks").forEach(block -> content.append(block(block, ts)));
        body.path("attachments")
                .forEach(attachment -> attachment.path("blocks").forEach(block -> content.append(block(block, ts))));
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

    private static String block(JsonNode block, String ts) {
        return switch (block.path("type").asText()) {
            case "header" -> "<h2>" + SlackText.html(block.path("text")) + "</h2>";
            case "section" -> paragraph(block.path("text")) + fields(block.path("fields"));
            case "context" -> "<p class=\"context\">" + each(block.path("elements")) + "</p>";
            case "actions" -> buttons(block.path("elements"), ts);
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

    private static String buttons(JsonNode elements, String ts) {
        StringBuilder parts = new StringBuilder();
        elements.forEach(element -> {
            String url = element.path("url").asText();
            String action = element.path("action_id").asText();
            if (!url.isEmpty()) {
                String label = SlackText.html(element.path("text"));
                parts.append("<span class=\"button\">")
                        .append(SlackText.link(url, label))
                        .append("</span>");
            } else if (element.has("options")) {
                String list = SlackText.html(element.path("placeholder"));
                element.path("options")
                        .forEach(option -> parts.append(button(
                                ts,
                                action,
                                option.path("value").asText(),
                                list + " " + SlackText.html(option.path("text")))));
            } else {
                parts.append(button(ts, action, element.path("value").asText(), SlackText.html(element.path("text"))));
            }
        });
        return parts.toString();
    }

    /** Works like the button of the message. */
    private static String button(String ts, String action, String value, String label) {
        return """
            <form method="post" action="/click" style="display:inline"><input type="hidden" name="ts" value="%s">\
            <input type="hidden" name="action" value="%s"><input type="hidden" name="value" value="%s">\
            <button class="button">%s</button></form>""".formatted(Html.escaped(ts), Html.escaped(action), Html.escaped(value), label);
    }
}
