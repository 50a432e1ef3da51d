package dev.bellwether.ingest.webhook.mapping;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.contracts.Problem;
import dev.bellwether.ingest.webhook.notice.Claim;
import dev.bellwether.ingest.webhook.notice.Lesson;
import dev.bellwether.ingest.webhook.notice.Meaning;
import dev.bellwether.ingest.webhook.notice.Owner;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One item under the rules of a mapping. */
final class Application {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private final JsonNode item;
    private final byte[] original;
    private final Instant receivedAt;
    private final ZoneId zone;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Claim> claims = new ArrayList<>();
    private final List<Lesson> lessons = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    Application(JsonNode item, byte[] original, Instant receivedAt, ZoneId zone) {
        this.item = item;
        this.original = original;
        this.receivedAt = receivedAt;
        this.zone = zone;
    }

    /** What the rules make of the item; one that none of them is about has no use. */
    Meaning of(List<Mapping.Rule> rules) {
        for (Mapping.Rule rule : rules) {
            if (rule.when().holds(item)) {
                apply(rule);
            }
        }
        return problems.isEmpty() ? Meaning.of(claims, lessons) : new Meaning.Wrong(problems);
    }

    private void apply(Mapping.Rule rule) {
        Instant at = time(rule.time());
        String id = id(rule.id());
        Owner owner = owner(rule.ownership());
        switch (rule.effect()) {
            case Mapping.Effect.Links(Expression expression) -> {
                String customer = text(expression);
                if (customer != null) {
                    lessons.add(new Lesson(customer, owner, at, id));
                }
            }
            case Mapping.Effect.Says(var type, var fields) -> {
                ObjectNode data = object(item, fields, "/data");
                byte[] told =
                        bytes(OddFields.areAllowed(type) ? OddFields.setAside(type, data, Application::bytes) : data);
                claims.add(new Claim(distinct(id, FactFields.shortName(type)), type.typeName(), at, told, owner));
            }
        }
    }

    private Instant time(@Nullable Expression expression) {
        JsonNode value = expression == null ? null : find(expression, item, "/time");
        Instant at = value == null ? receivedAt : Moments.instant(value);
        if (at == null) {
            problems.add(new Problem("/time", Kind.INSTANT.expectation()));
        }
        return at == null ? receivedAt : at;
    }

    private String id(@Nullable Expression expression) {
        String id = expression == null ? digest() : text(expression);
        if (id == null) {
            problems.add(new Problem("/id", "is required: what the mapping calls the id is absent"));
        }
        return id == null ? "" : id;
    }

    /** Facts of one item that were given the same id are told apart by their types. */
    private String distinct(String id, String type) {
        String distinct = id;
        for (int i = 1; !ids.add(distinct); i++) {
            distinct = id + "-" + type + (i == 1 ? "" : "-" + i);
        }
        return distinct;
    }

    private Owner owner(Mapping.Ownership ownership) {
        return new Owner(
                texts(ownership.accounts()),
                texts(ownership.customers()),
                texts(ownership.users()),
                ownership.unmapped());
    }

    private List<String> texts(List<Expression> expressions) {
        List<String> texts = new ArrayList<>();
        for (Expression expression : expressions) {
            String text = text(expression);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    private @Nullable String text(Expression expression) {
        JsonNode value = find(expression, item, "");
        return value == null || value.isContainerNode() || value.asText().isBlank() ? null : value.asText();
    }

    private ObjectNode object(JsonNode from, Map<String, Shape> fields, String pointer) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        fields.forEach((name, shape) -> {
            JsonNode value = value(from, shape, pointer + "/" + name);
            if (value != null) {
                object.set(name, value);
            }
        });
        return object;
    }

    private @Nullable JsonNode value(JsonNode from, Shape shape, String pointer) {
        return switch (shape) {
            case Shape.Value value -> value(from, value, pointer);
            case Shape.Nested(var fields) -> object(from, fields, pointer);
            case Shape.Each(var list, var fields) -> list(from.at(list), fields, pointer);
            case Shape.Nothing none -> JsonNodeFactory.instance.arrayNode();
        };
    }

    private @Nullable JsonNode value(JsonNode from, Shape.Value shape, String pointer) {
        JsonNode found = find(shape.expression(), from, pointer);
        JsonNode value = found == null ? null : shape.kind().convert(found, zone);
        if (found == null || value != null) {
            return value;
        }
        if (shape.mayBeOdd()) {
            return found.isValueNode() ? found : null;
        }
        problems.add(new Problem(pointer, shape.kind().expectation()));
        return null;
    }

    private @Nullable JsonNode find(Expression expression, JsonNode from, String pointer) {
        try {
            return expression.find(from);
        } catch (IllegalArgumentException e) {
            problems.add(new Problem(pointer, String.valueOf(e.getMessage())));
            return null;
        }
    }

    /** An element in which nothing is found is none; when all are such, nothing is said of the list. */
    private @Nullable JsonNode list(JsonNode elements, Map<String, Shape> fields, String pointer) {
        if (!Expression.isPresent(elements)) {
            return null;
        }
        ArrayNode values = JsonNodeFactory.instance.arrayNode();
        for (JsonNode element : elements.isArray() ? elements : List.of(elements)) {
            ObjectNode value = object(element, fields, pointer + "/" + values.size());
            if (!value.isEmpty()) {
                values.add(value);
            }
        }
        return values.isEmpty() && !elements.isEmpty() ? null : values;
    }

    private String digest() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(original);
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static byte[] bytes(ObjectNode data) {
        try {
            return JSON.writeValueAsBytes(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write a tree that was just made", e);
        }
    }
}
