package dev.bellwether.ingest.webhook.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads expressions and conditions: {@code /a/b} is a place, {@code x-{/a}} a template, another plain value a constant, a
 * list its first element that finds something, and an object {@code from} with what is to be done to it.
 *
 * @param currency of amounts whose item names none, or null
 */
record ExpressionReader(Problems problems, @Nullable String currency) {

    private static final Pattern HOLE = Pattern.compile("\\{(/[^}]*)}");
    private static final Set<String> STEPS =
            Set.of("from", "map", "else", "format", "zone", "times", "decimal", "when");

    Expression read(JsonNode node, String at) {
        if (node.isTextual()) {
            return text(node.textValue(), at);
        }
        if (node.isArray()) {
            return new Expression.First(all(node, at));
        }
        if (node.isObject()) {
            return steps(node, at);
        }
        if (!Expression.isPresent(node)) {
            problems.add(at, "is required");
        }
        return new Expression.Constant(node);
    }

    /** The expressions of a list, or the one that stands for a list of one. */
    List<Expression> all(JsonNode node, String at) {
        if (node.isMissingNode() || node.isNull()) {
            return List.of();
        }
        if (!node.isArray()) {
            return List.of(read(node, at));
        }
        List<Expression> all = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            all.add(read(node.get(i), at + "/" + i));
        }
        return all;
    }

    When when(JsonNode node, String at) {
        if (!node.isArray() || node.isEmpty()) {
            return new When(List.of(conditions(node, at)));
        }
        List<List<Condition>> any = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            any.add(conditions(node.get(i), at + "/" + i));
        }
        return new When(any);
    }

    private List<Condition> conditions(JsonNode node, String at) {
        List<Condition> conditions = new ArrayList<>();
        if (!node.isObject()) {
            problems.add(at, "must be an object of JSON pointers to values, or a list of such");
        }
        node.properties()
                .forEach(entry -> conditions.add(condition(
                        entry.getKey(),
                        entry.getValue(),
                        at + "/" + entry.getKey().replace("/", "~1"))));
        return conditions;
    }

    private Condition condition(String place, JsonNode wanted, String at) {
        boolean negated = wanted.has("not");
        JsonNode values = negated ? wanted.get("not") : wanted;
        List<String> any = new ArrayList<>();
        boolean absent = false;
        for (JsonNode value : values.isArray() ? values : List.of(values)) {
            absent |= value.isNull();
            if (value.isContainerNode()) {
                problems.add(at, "must be a value, a list of values, or {\"not\": …}");
            } else if (!value.isNull()) {
                any.add(value.asText().toLowerCase(Locale.ROOT));
            }
        }
        return new Condition(problems.pointer(place, at), any, absent, negated);
    }

    private Expression text(String text, String at) {
        if (text.startsWith("/")) {
            return new Expression.Place(problems.pointer(text, at));
        }
        Matcher hole = HOLE.matcher(text);
        List<Expression> parts = new ArrayList<>();
        int end = 0;
        while (hole.find()) {
            parts.add(constant(text.substring(end, hole.start())));
            parts.add(new Expression.Place(problems.pointer(hole.group(1), at)));
            end = hole.end();
        }
        if (parts.isEmpty()) {
            return constant(text);
        }
        parts.add(constant(text.substring(end)));
        return new Expression.Template(parts);
    }

    private static Expression constant(String text) {
        return new Expression.Constant(TextNode.valueOf(text));
    }

    private Expression steps(JsonNode node, String at) {
        problems.unknown(node, at, STEPS);
        Expression expression = read(node.path("from"), at + "/from");
        if (node.has("format")) {
            expression = new Expression.Dated(expression, format(node, at));
        }
        if (node.has("times")) {
            var factor = Kind.number(node.get("times"));
            if (factor == null) {
                problems.add(at + "/times", "must be a number");
            } else {
                expression = new Expression.Times(expression, factor);
            }
        }
        if (node.has("decimal")) {
            expression = new Expression.Decimal(expression, currency(node.get("decimal"), at + "/decimal"));
        }
        if (node.has("map") || node.has("else")) {
            expression = new Expression.Mapped(
                    expression,
                    words(node.path("map"), at + "/map"),
                    node.has("else") ? read(node.get("else"), at + "/else") : null);
        }
        return node.has("when")
                ? new Expression.Provided(when(node.get("when"), at + "/when"), expression)
                : expression;
    }

    /** The item's own currency, else the one that is usual here. */
    private Expression currency(JsonNode node, String at) {
        List<Expression> alternatives = new ArrayList<>();
        if (!(node.isBoolean() && node.booleanValue())) {
            alternatives.add(read(node, at));
        }
        if (currency != null) {
            alternatives.add(new Expression.Constant(TextNode.valueOf(currency)));
        }
        return new Expression.First(alternatives);
    }

    private Map<String, JsonNode> words(JsonNode node, String at) {
        if (!node.isMissingNode() && !node.isObject()) {
            problems.add(at, "must be an object of the sender's words to ours");
        }
        Map<String, JsonNode> words = new HashMap<>();
        node.properties().forEach(word -> words.put(word.getKey().toLowerCase(Locale.ROOT), word.getValue()));
        return words;
    }

    private DateTimeFormatter format(JsonNode node, String at) {
        try {
            DateTimeFormatter format =
                    DateTimeFormatter.ofPattern(node.get("format").asText(), Locale.ENGLISH);
            return node.has("zone") ? format.withZone(ZoneId.of(node.get("zone").asText())) : format;
        } catch (IllegalArgumentException | DateTimeException e) {
            problems.add(at + "/format", "must be a pattern like dd.MM.yyyy HH:mm, zone an IANA name");
            return DateTimeFormatter.ISO_DATE;
        }
    }
}
