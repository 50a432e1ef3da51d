package dev.bellwether.alert.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.alert.action.Action;

/** The message on which somebody clicked, as Slack sent it along, with what was done in the place of the buttons. */
final class Original {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int BY_LIMIT = 100;

    private Original() {}

    static ArrayNode after(Click click, String by) {
        ArrayNode blocks = JSON.arrayNode();
        for (JsonNode block : click.message().path("blocks")) {
            if (block.path("block_id").asText().equals("alert-" + click.alert())) {
                blocks.add(done(click.action(), by));
                JsonNode left = remaining(block, click.action());
                if (!left.path("elements").isEmpty()) {
                    blocks.add(left);
                }
            } else {
                blocks.add(block);
            }
        }
        return blocks;
    }

    private static ObjectNode done(Action action, String by) {
        ObjectNode block = JSON.objectNode().put("type", "context");
        block.putArray("elements")
                .addObject()
                .put("type", "mrkdwn")
                .put("text", "👀 " + said(action) + " by " + SlackText.escaped(by, BY_LIMIT));
        return block;
    }

    private static String said(Action action) {
        return switch (action) {
            case ACKNOWLEDGE -> "Acknowledged";
            case SNOOZE_DAY -> "Snoozed for a day";
            case SNOOZE_THREE_DAYS -> "Snoozed for three days";
            case SNOOZE_WEEK -> "Snoozed for a week";
            case USEFUL -> "Called useful";
            case KNOWN -> "Known already";
            case FALSE_ALARM -> "Called a false alarm";
        };
    }

    /** After a verdict the alert may still be acknowledged, and the other way round. */
    private static JsonNode remaining(JsonNode block, Action action) {
        ObjectNode copy = block.deepCopy();
        ArrayNode elements = copy.putArray("elements");
        block.path("elements").forEach(element -> {
            boolean verdict = Action.labelled(element.path("action_id").asText())
                    .filter(Action::isVerdict)
                    .isPresent();
            if (verdict != action.isVerdict()) {
                elements.add(element);
            }
        });
        return copy;
    }
}
