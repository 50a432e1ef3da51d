package dev.bellwether.alert.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What Slack publishes about what it takes in a message, read from its reference of Block Kit, and from nothing of ours.
 * Lengths are in characters as Slack counts them, which are UTF-16 units at most.
 */
public final class SlackLimits {

    private static final Set<String> BLOCKS = Set.of("header", "section", "context", "actions", "divider", "image");
    private static final Map<String, Integer> MOST_ELEMENTS = Map.of("context", 10, "actions", 25);

    private final List<String> complaints = new ArrayList<>();

    private SlackLimits() {}

    /** Everything that Slack would refuse; empty for a message that it takes. */
    public static List<String> broken(JsonNode message) {
        SlackLimits limits = new SlackLimits();
        limits.message(message);
        return limits.complaints;
    }

    private void message(JsonNode message) {
        text("text", message.path("text"), 0, 40_000);
        JsonNode blocks = message.path("blocks");
        expect(blocks.size() <= 50, "more than 50 blocks: " + blocks.size());
        expect(
                blocks.toString().length() <= 13_200,
                "msg_blocks_too_long: " + blocks.toString().length());
        Set<String> ids = new HashSet<>();
        for (JsonNode block : blocks) {
            String type = block.path("type").asText();
            expect(BLOCKS.contains(type), "no such block: " + type);
            text("block_id", block.path("block_id"), 0, 255);
            expect(!block.has("block_id") || ids.add(block.path("block_id").asText()), "block_id twice");
            block(type, block);
        }
    }

    private void block(String type, JsonNode block) {
        switch (type) {
            case "header" -> {
                object("header", block.path("text"), 150);
                expect(block.path("text").path("type").asText().equals("plain_text"), "a header is plain");
            }
            case "section" -> section(block);
            case "context", "actions" -> {
                JsonNode elements = block.path("elements");
                expect(!elements.isEmpty(), type + " without elements");
                expect(
                        elements.size() <= MOST_ELEMENTS.getOrDefault(type, 0),
                        type + " with " + elements.size() + " elements");
                elements.forEach(element -> element(type, element));
            }
            default -> {}
        }
    }

    private void section(JsonNode block) {
        expect(block.has("text") || block.has("fields"), "a section of nothing");
        if (block.has("text")) {
            object("section", block.path("text"), 3_000);
        }
        expect(block.path("fields").size() <= 10, "more than 10 fields");
        expect(!block.has("fields") || !block.path("fields").isEmpty(), "fields of nothing");
        block.path("fields").forEach(field -> object("field", field, 2_000));
    }

    private void element(String type, JsonNode element) {
        if (type.equals("context")) {
            object("context", element, 3_000);
            return;
        }
        text("action_id", element.path("action_id"), 1, 255);
        switch (element.path("type").asText()) {
            case "button" -> {
                object("button", element.path("text"), 75);
                text("value", element.path("value"), 0, 2_000);
                text("url", element.path("url"), 0, 3_000);
            }
            case "static_select" -> {
                object("placeholder", element.path("placeholder"), 150);
                JsonNode options = element.path("options");
                expect(!options.isEmpty() && options.size() <= 100, "options: " + options.size());
                options.forEach(option -> {
                    object("option", option.path("text"), 75);
                    text("option value", option.path("value"), 1, 75);
                });
            }
            default -> expect(false, "no such element: " + element.path("type").asText());
        }
    }

    private void object(String where, JsonNode text, int most) {
        String type = text.path("type").asText();
        expect(type.equals("plain_text") || type.equals("mrkdwn"), where + " without a text object");
        text(where, text.path("text"), 1, most);
    }

    private void text(String where, JsonNode text, int least, int most) {
        int length = text.asText().length();
        expect(
                length >= least && length <= most,
                where + " of " + length + " characters, not " + least + " to " + most);
    }

    private void expect(boolean kept, String complaint) {
        if (!kept) {
            complaints.add(complaint);
        }
    }
}
