package dev.bellwether.ingest.webhook.mapping;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.bellwether.contracts.EventType;
import dev.bellwether.contracts.Problem;
import dev.bellwether.contracts.Reading;
import dev.bellwether.ingest.money.Money;
import dev.bellwether.ingest.webhook.mapping.Mapping.Effect;
import dev.bellwether.ingest.webhook.mapping.Mapping.Ownership;
import dev.bellwether.ingest.webhook.mapping.Mapping.Rule;
import dev.bellwether.ingest.webhook.notice.Unmapped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads mapping files, YAML or JSON, and finds everything that is wrong with one in one pass. */
public final class MappingReader {

    private static final ObjectMapper YAML = new YAMLMapper();
    private static final Set<String> TOP =
            Set.of("items", "unmapped", "currency", "account", "customer", "user", "rules");
    private static final Set<String> OF_A_RULE =
            Set.of("name", "when", "type", "link", "id", "time", "account", "customer", "user", "unmapped", "fields");

    private final Problems problems = new Problems();
    private final ExpressionReader expressions;
    private final ShapeReader shapes;
    private final JsonNode top;
    private final Unmapped unmapped;

    private MappingReader(JsonNode top, Unmapped unmapped, @Nullable String currency) {
        this.top = top;
        this.unmapped = unmapped;
        this.expressions =
                new ExpressionReader(problems, top.has("currency") ? currency(top.get("currency")) : currency);
        this.shapes = new ShapeReader(problems, expressions);
    }

    /**
     * The mapping, or every problem with a pointer into the file.
     *
     * @param unmapped holds where the file does not say otherwise
     * @param currency likewise, of decimal amounts whose item names none; null for none
     */
    public static Reading<Mapping> read(String text, Unmapped unmapped, @Nullable String currency) {
        try {
            JsonNode top = YAML.readTree(text);
            return top.isObject()
                    ? new MappingReader(top, unmapped, currency).read()
                    : Reading.refused("", "must be an object with rules");
        } catch (JsonProcessingException e) {
            return Reading.refused(
                    "",
                    "is neither YAML nor JSON: line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr());
        }
    }

    private Reading<Mapping> read() {
        problems.unknown(top, "", TOP);
        List<JsonPointer> items = items(top.path("items"));
        JsonNode list = top.path("rules");
        if (!list.isArray() || list.isEmpty()) {
            problems.add("/rules", "is required: a list of rules");
        }
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            rules.add(rule(list.get(i), "/rules/" + i));
        }
        List<Problem> found = problems.found();
        return found.isEmpty() ? new Reading.Understood<>(new Mapping(items, rules)) : new Reading.Refused<>(found);
    }

    private List<JsonPointer> items(JsonNode node) {
        List<JsonPointer> places = new ArrayList<>();
        node.elements().forEachRemaining(place -> places.add(problems.pointer(place.asText(), "/items")));
        return places.isEmpty() ? List.of(problems.pointer(node.asText(""), "/items")) : places;
    }

    private String currency(JsonNode node) {
        try {
            Money.decimals(node.asText());
        } catch (IllegalArgumentException e) {
            problems.add("/currency", "must be a currency of ISO 4217");
        }
        return node.asText();
    }

    private Rule rule(JsonNode rule, String at) {
        problems.unknown(rule, at, OF_A_RULE);
        return new Rule(
                rule.has("when") ? expressions.when(rule.get("when"), at + "/when") : When.ALWAYS,
                optional(rule, "id", at),
                optional(rule, "time", at),
                ownership(rule, at),
                effect(rule, at));
    }

    private @Nullable Expression optional(JsonNode rule, String name, String at) {
        return rule.has(name) ? expressions.read(rule.get(name), at + "/" + name) : null;
    }

    private Ownership ownership(JsonNode rule, String at) {
        // a rule that names an owner of its own does not inherit half of another one
        boolean own = rule.has("account") || rule.has("customer") || rule.has("user");
        JsonNode from = own ? rule : top;
        String place = own ? at : "";
        Ownership ownership = new Ownership(
                expressions.all(from.path("account"), place + "/account"),
                expressions.all(from.path("customer"), place + "/customer"),
                expressions.all(from.path("user"), place + "/user"),
                unmapped(rule, at));
        if (ownership.accounts().isEmpty()
                && ownership.customers().isEmpty()
                && ownership.users().isEmpty()) {
            problems.add(at, "says neither account, customer nor user, and the file does not either");
        }
        return ownership;
    }

    private Unmapped unmapped(JsonNode rule, String at) {
        String place = rule.has("unmapped") ? at : "";
        JsonNode word = rule.has("unmapped") ? rule.get("unmapped") : top.path("unmapped");
        if (word.isMissingNode()) {
            return unmapped;
        }
        try {
            return Unmapped.valueOf(word.asText().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            problems.add(place + "/unmapped", "must be id, park or refuse");
            return unmapped;
        }
    }

    private Effect effect(JsonNode rule, String at) {
        if (rule.has("link")) {
            if (rule.has("type") || rule.has("fields")) {
                problems.add(at, "is either a link or a type with fields");
            }
            return new Effect.Links(expressions.read(rule.get("link"), at + "/link"));
        }
        EventType type = FactFields.type(rule.path("type").asText(""));
        if (type == null) {
            problems.add(at + "/type", "must be one of " + FactFields.types());
            return new Effect.Says(EventType.USAGE, Map.of());
        }
        return new Effect.Says(type, shapes.read(rule.path("fields"), type, at + "/fields"));
    }
}
