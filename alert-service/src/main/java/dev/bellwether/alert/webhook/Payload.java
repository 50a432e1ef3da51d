package dev.bellwether.alert.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.alert.delivery.Message;
import dev.bellwether.alert.message.AlertMessage;
import dev.bellwether.alert.message.Content;
import dev.bellwether.alert.message.Digest;
import dev.bellwether.alert.message.Entry;
import dev.bellwether.alert.message.FollowUp;
import dev.bellwether.alert.message.Item;
import dev.bellwether.alert.message.Resolved;
import dev.bellwether.alert.message.Summary;
import dev.bellwether.alert.message.SummaryUpdate;
import dev.bellwether.alert.message.Trouble;
import dev.bellwether.alert.message.Update;
import dev.bellwether.alert.wording.Bulletin;
import dev.bellwether.alert.wording.Line;
import dev.bellwether.alert.wording.Part;
import dev.bellwether.alert.wording.Story;
import dev.bellwether.alert.wording.Words;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A message as JSON of type, time and data; a repeat of it is the same to the last letter. */
final class Payload {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** The specification asks for less than 20 KB. */
    private static final int MOST_PARTS = 10;

    private static final int MOST_ROWS = 20;
    private static final int TEXT_LIMIT = 400;

    private Payload() {}

    /** The same for every attempt. */
    static String id(Message message) {
        String identity = message.key() + "\0" + message.recipient().address();
        return "msg_" + UUID.nameUUIDFromBytes(identity.getBytes(UTF_8));
    }

    static ObjectNode of(Message message, URI console) {
        ObjectNode payload = JSON.objectNode();
        payload.put("type", type(message.content()));
        payload.put("timestamp", Times.of(message.content()).toString());
        ObjectNode data = payload.putObject("data");
        data.put("thread", message.thread().toString());
        data.put("recipient", message.recipient().email());
        switch (Words.of(message.content(), console)) {
            case Story story -> write(data, story, Facts.items(message.content()));
            case Bulletin bulletin -> write(data, bulletin.first(MOST_ROWS), Facts.entries(message.content()));
        }
        return payload;
    }

    private static String type(Content content) {
        return switch (content) {
            case AlertMessage alert -> "alert.told";
            case FollowUp followUp -> "alert.followed-up";
            case Update update -> "alert.updated";
            case Resolved resolved -> "alert.resolved";
            case Summary summary -> "summary";
            case SummaryUpdate update -> "summary.updated";
            case Digest digest -> "digest";
            case Trouble trouble -> "trouble";
        };
    }

    private static void write(ObjectNode data, Story story, Map<UUID, Item> items) {
        items.values().stream().findFirst().ifPresent(item -> Facts.account(data, item.event()));
        data.put("account", cut(story.account()))
                .put("headline", cut(story.headline()))
                .put("reason", story.lead())
                .put("link", story.link().toString());
        write(data.putArray("standing"), story.standing());
        ArrayNode alerts = data.putArray("alerts");
        for (Part part : story.parts().stream().limit(MOST_PARTS).toList()) {
            ObjectNode alert = alerts.addObject();
            alert.put("id", part.alert().toString())
                    .put("what", cut(part.what()))
                    .put("sentence", cut(part.sentence()))
                    .put("nextStep", cut(part.nextStep()))
                    .put("handled", cut(part.handled()))
                    .put("stands", part.stands());
            Optional.ofNullable(items.get(part.alert())).ifPresent(item -> Facts.alert(alert, item));
            write(alert.putArray("figures"), part.details());
        }
        data.put("more", Math.max(0, story.parts().size() - MOST_PARTS));
    }

    private static void write(ArrayNode array, List<Line> lines) {
        lines.stream()
                .limit(MOST_PARTS)
                .forEach(line ->
                        array.addObject().put("label", cut(line.label())).put("value", cut(line.value())));
    }

    private static void write(ObjectNode data, Bulletin bulletin, List<Entry> entries) {
        data.put("headline", bulletin.title())
                .put("reason", bulletin.lead())
                .put("link", bulletin.link().toString());
        ArrayNode rows = data.putArray("rows");
        for (int i = 0; i < bulletin.rows().size(); i++) {
            Bulletin.Row row = bulletin.rows().get(i);
            ObjectNode written = rows.addObject()
                    .put("account", cut(row.account()))
                    .put("what", cut(row.what()))
                    .put("sentence", cut(row.sentence()))
                    .put("aside", cut(row.aside()))
                    .put("link", row.link().toString());
            Facts.row(written, entries.get(i));
        }
        data.put("more", bulletin.more());
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= TEXT_LIMIT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, TEXT_LIMIT - 1)) + "…";
    }
}
