package dev.bellwether.alert.teams;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.alert.wording.Bulletin;
import dev.bellwether.alert.wording.Line;
import dev.bellwether.alert.wording.Part;
import dev.bellwether.alert.wording.Said;
import dev.bellwether.alert.wording.Story;
import dev.bellwether.alert.wording.Tone;
import java.util.List;

/** A message as an Adaptive Card, within the 28 KB that Teams takes. */
final class Card {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MOST_PARTS = 8;
    private static final int MOST_ROWS = 15;
    private static final int MOST_FACTS = 10;
    private static final int TEXT_LIMIT = 300;

    private Card() {}

    /** The card, with whom it is for: all read it in one place. */
    static ObjectNode of(Said said, String whom, String because) {
        ObjectNode message = JSON.objectNode().put("type", "message");
        ObjectNode attachment = message.putArray("attachments").addObject();
        attachment.put("contentType", "application/vnd.microsoft.card.adaptive").putNull("contentUrl");
        ObjectNode card = attachment.putObject("content");
        card.put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
        card.put("type", "AdaptiveCard").put("version", "1.4");
        ArrayNode body = card.putArray("body");
        body.add(text(said.headline())
                .put("size", "Large")
                .put("weight", "Bolder")
                .put("color", colour(said.tone())));
        body.add(text("For " + whom + ", because " + because + ".").put("isSubtle", true));
        switch (said) {
            case Story story -> write(body, story);
            case Bulletin bulletin -> write(body, bulletin.first(MOST_ROWS));
        }
        card.putArray("actions")
                .addObject()
                .put("type", "Action.OpenUrl")
                .put("title", "Open")
                .put("url", said.link().toString());
        return message;
    }

    private static void write(ArrayNode body, Story story) {
        if (!story.lead().isEmpty()) {
            body.add(text(story.lead()));
        }
        for (Part part : story.parts().stream().limit(MOST_PARTS).toList()) {
            if (story.several()) {
                body.add(text(part.what()).put("weight", "Bolder").put("color", colour(part.tone())));
            }
            body.add(text(part.sentence()));
            if (!part.nextStep().isEmpty()) {
                body.add(text("Next step: " + part.nextStep()));
            }
            if (!story.several() && !part.details().isEmpty()) {
                body.add(facts(part.details()));
            }
            if (!part.handled().isEmpty()) {
                body.add(text(part.handled()).put("isSubtle", true));
            }
        }
        body.add(facts(story.standing()));
    }

    private static void write(ArrayNode body, Bulletin bulletin) {
        body.add(text(bulletin.lead()));
        bulletin.rows().forEach(row -> {
            body.add(text(row.account() + ": " + row.what())
                    .put("weight", "Bolder")
                    .put("color", colour(row.tone())));
            body.add(text(row.aside().isEmpty() ? row.sentence() : row.sentence() + " – " + row.aside()));
        });
        if (bulletin.more() > 0) {
            body.add(text("… and " + bulletin.more() + " more.").put("isSubtle", true));
        }
    }

    private static ObjectNode text(String text) {
        return JSON.objectNode()
                .put("type", "TextBlock")
                .put("text", shown(text))
                .put("wrap", true);
    }

    private static ObjectNode facts(List<Line> lines) {
        ObjectNode set = JSON.objectNode().put("type", "FactSet");
        ArrayNode facts = set.putArray("facts");
        lines.stream()
                .limit(MOST_FACTS)
                .forEach(line ->
                        facts.addObject().put("title", shown(line.label())).put("value", shown(line.value())));
        return set;
    }

    /** Cut, and with the characters disarmed of which Markdown makes links, lists and headings. */
    private static String shown(String text) {
        String cut = text.codePointCount(0, text.length()) <= TEXT_LIMIT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, TEXT_LIMIT - 1)) + "…";
        return cut.replaceAll("([\\\\\\[\\]*_`#<>])", "\\\\$1");
    }

    private static String colour(Tone tone) {
        return switch (tone) {
            case GOOD -> "Good";
            case CALM -> "Accent";
            case CONCERNED -> "Warning";
            case ALARMED -> "Attention";
        };
    }
}
