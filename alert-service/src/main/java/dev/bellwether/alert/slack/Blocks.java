package dev.bellwether.alert.slack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.alert.wording.Line;
import dev.bellwether.alert.wording.Tone;
import dev.bellwether.alert.wording.Wording;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A message as Block Kit. Slack refuses a message whole when one element is too long, so each is kept within its limit,
 * and all together within what Slack takes in total.
 */
final class Blocks {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final int FALLBACK_LIMIT = 500;
    private static final int HEADER_LIMIT = 150;
    private static final int SECTION_LIMIT = 2_000;
    private static final int LABEL_LIMIT = 60;
    private static final int VALUE_LIMIT = 200;
    private static final int FIELDS_LIMIT = 10;
    private static final int URL_LIMIT = 2_000;

    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");

    private Blocks() {}

    static ObjectNode of(Wording wording) {
        ObjectNode message = JSON.objectNode();
        // shown in notifications and by clients that know no blocks
        message.put("text", SlackText.escaped(wording.headline() + " – " + wording.sentence(), FALLBACK_LIMIT));
        message.put("unfurl_links", false).put("unfurl_media", false);
        ArrayNode blocks = message.putArray("blocks");
        blocks.add(header(wording));
        blocks.add(sentence(wording));
        if (!wording.details().isEmpty()) {
            blocks.add(fields(wording.details()));
        }
        blocks.add(fields(wording.standing()));
        if (wording.link().toString().length() <= URL_LIMIT) {
            blocks.add(button(wording));
        }
        return message;
    }

    private static ObjectNode header(Wording wording) {
        String title = symbol(wording.tone()) + " "
                + CONTROLS.matcher(wording.headline()).replaceAll(" ");
        ObjectNode block = JSON.objectNode().put("type", "header");
        block.set("text", plain(title, HEADER_LIMIT).put("emoji", true));
        return block;
    }

    private static ObjectNode sentence(Wording wording) {
        ObjectNode block = JSON.objectNode().put("type", "section");
        block.set("text", plain(wording.sentence(), SECTION_LIMIT));
        return block;
    }

    private static ObjectNode fields(List<Line> lines) {
        ObjectNode block = JSON.objectNode().put("type", "section");
        ArrayNode fields = block.putArray("fields");
        lines.stream().limit(FIELDS_LIMIT).forEach(line -> fields.add(field(line)));
        return block;
    }

    /** The label is ours and bold; the value is anybody's, so that nothing in it may be read as markup or a link. */
    private static ObjectNode field(Line line) {
        String text = "*" + SlackText.escaped(line.label(), LABEL_LIMIT) + "*\n"
                + SlackText.escaped(line.value(), VALUE_LIMIT);
        return JSON.objectNode().put("type", "mrkdwn").put("text", text).put("verbatim", true);
    }

    private static ObjectNode button(Wording wording) {
        ObjectNode block = JSON.objectNode().put("type", "actions");
        ObjectNode button = block.putArray("elements").addObject();
        button.put("type", "button").put("action_id", "open-account");
        button.set("text", plain("Open the account", LABEL_LIMIT));
        button.put("url", wording.link().toString());
        return block;
    }

    private static ObjectNode plain(String text, int limit) {
        return JSON.objectNode().put("type", "plain_text").put("text", SlackText.escaped(text, limit));
    }

    private static String symbol(Tone tone) {
        return switch (tone) {
            case GOOD -> "🟢";
            case CALM -> "🔵";
            case CONCERNED -> "🟠";
            case ALARMED -> "🔴";
        };
    }
}
