package dev.bellwether.ingest.webhook.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.contracts.EventType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads how the fields of a fact are filled. */
record ShapeReader(Problems problems, ExpressionReader expressions) {

    Map<String, Shape> read(JsonNode fields, EventType type, String at) {
        return fields(fields, FactFields.of(type), type, at);
    }

    private Map<String, Shape> fields(JsonNode fields, Map<String, Kind> kinds, @Nullable EventType type, String at) {
        if (!fields.isObject()) {
            problems.add(at, "is required: an object of field names to what fills them");
        }
        Map<String, Shape> shapes = new LinkedHashMap<>();
        fields.properties().forEach(field -> {
            String name = field.getKey();
            Kind kind = kinds.get(name);
            String place = at + "/" + name;
            if (kind != null) {
                shapes.put(
                        name,
                        new Shape.Value(
                                expressions.read(field.getValue(), place),
                                kind,
                                type != null && OddFields.areAllowed(type)));
            } else if (type == EventType.ACCOUNT && name.equals(FactFields.TRAITS)) {
                shapes.put(name, traits(field.getValue(), place));
            } else if (type == EventType.CONTRACT && FactFields.LINES.contains(name)) {
                shapes.put(name, lines(field.getValue(), place));
            } else {
                problems.add(
                        place,
                        "is no field here: "
                                + String.join(
                                        ", ", kinds.keySet().stream().sorted().toList()));
            }
        });
        return shapes;
    }

    private Shape traits(JsonNode node, String at) {
        Map<String, Shape> traits = new LinkedHashMap<>();
        node.properties()
                .forEach(trait -> traits.put(
                        trait.getKey(),
                        new Shape.Value(
                                expressions.read(trait.getValue(), at + "/" + trait.getKey()), Kind.TEXT, true)));
        return new Shape.Nested(traits);
    }

    private Shape lines(JsonNode node, String at) {
        if (node.isArray() && node.isEmpty()) {
            return new Shape.Nothing();
        }
        if (!node.path("each").isTextual()) {
            problems.add(
                    at + "/each",
                    "is required: a JSON pointer to a list, or \"\" for a single line; or [] instead of all, for no lines");
        }
        problems.unknown(node, at, Set.of("each", "fields"));
        return new Shape.Each(
                problems.pointer(node.path("each").asText(""), at + "/each"),
                fields(node.path("fields"), FactFields.OF_A_LINE, null, at + "/fields"));
    }
}
