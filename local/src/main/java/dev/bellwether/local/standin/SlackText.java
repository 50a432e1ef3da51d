package dev.bellwether.local.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Slack's way of writing formatted text, made into HTML: links, bold, italics, code, line breaks. */
final class SlackText {

    private static final Pattern LINK = Pattern.compile("<([^<>|]+)(?:\\|([^<>]*))?>");

    private SlackText() {}

    /** A text object of Block Kit, which says itself whether it is formatted; or the bare text of a message, which is. */
    static String html(JsonNode text) {
        String content = text.isObject() ? text.path("text").asText() : text.asText();
        return text.path("type").asText().equals("plain_text")
                ? plain(content).replace("\n", "<br>")
                : formattedWithLinks(content);
    }

    private static String formattedWithLinks(String text) {
        StringBuilder html = new StringBuilder();
        Matcher links = LINK.matcher(text);
        int end = 0;
        while (links.find()) {
            html.append(formatted(text.substring(end, links.start())));
            String label = links.group(2) == null ? links.group(1) : links.group(2);
            html.append(link(links.group(1), plain(label)));
            end = links.end();
        }
        return html.append(formatted(text.substring(end))).toString();
    }

    /** A link to another page; anything else than http stays a label. */
    static String link(String url, String label) {
        return url.startsWith("http://") || url.startsWith("https://")
                ? "<a href=\"" + plain(url) + "\" rel=\"noreferrer\">" + label + "</a>"
                : label;
    }

    private static String formatted(String text) {
        return plain(text)
                .replaceAll("\\*([^*\n]+)\\*", "<strong>$1</strong>")
                .replaceAll("(?<!\\w)_([^_\n]+)_(?!\\w)", "<em>$1</em>")
                .replaceAll("`([^`\n]+)`", "<code>$1</code>")
                .replace("\n", "<br>");
    }

    /** Slack itself escapes the three characters that begin or end markup; shown here, they are escaped as HTML. */
    private static String plain(String text) {
        return Html.escaped(text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"));
    }
}
