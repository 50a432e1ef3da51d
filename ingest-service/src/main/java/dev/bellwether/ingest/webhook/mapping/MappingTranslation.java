package dev.bellwether.ingest.webhook.mapping;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.contracts.Reading;
import dev.bellwether.ingest.webhook.notice.Form;
import dev.bellwether.ingest.webhook.notice.Item;
import dev.bellwether.ingest.webhook.notice.Meaning;
import dev.bellwether.ingest.webhook.notice.Translation;
import dev.bellwether.ingest.webhook.notice.Tree;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Translates by a mapping; JSON, and forms read like JSON.
 *
 * @param zone in which instants become days
 */
public record MappingTranslation(Mapping mapping, ZoneId zone) implements Translation {

    @Override
    public List<Item> translate(byte[] body, @Nullable String contentType, Instant receivedAt) {
        boolean form = Form.isForm(contentType, body);
        return switch (form ? Form.read(body) : Tree.read(body)) {
            case Reading.Refused<JsonNode>(var problems) -> List.of(new Item(body, new Meaning.Wrong(problems)));
            case Reading.Understood<JsonNode>(JsonNode root) -> items(root, body, form, receivedAt);
        };
    }

    private List<Item> items(JsonNode root, byte[] body, boolean form, Instant receivedAt) {
        JsonPointer items = mapping.itemsOf(root);
        JsonNode place = root.at(items);
        if (place.isMissingNode() || place.isNull()) {
            return List.of(Item.wrong(body, items.toString(), "is required: the items"));
        }
        if (!place.isArray()) {
            return List.of(item(place, body, receivedAt));
        }
        List<byte[]> originals = form ? List.of() : originals(body, items);
        List<Item> translated = new ArrayList<>(place.size());
        for (int i = 0; i < place.size(); i++) {
            translated.add(item(place.get(i), originals.size() == place.size() ? originals.get(i) : body, receivedAt));
        }
        return translated;
    }

    private static List<byte[]> originals(byte[] body, JsonPointer items) {
        try {
            return Tree.elements(body, items);
        } catch (IOException e) { // it was read once already
            throw new IllegalStateException("cannot read again what was JSON before", e);
        }
    }

    private Item item(JsonNode item, byte[] original, Instant receivedAt) {
        return item.isObject()
                ? new Item(original, new Application(item, original, receivedAt, zone).of(mapping.rules()))
                : Item.wrong(original, JsonPointer.empty().toString(), "must be an object");
    }
}
