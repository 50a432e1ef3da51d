package dev.bellwether.console.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.console.wording.Days;
import dev.bellwether.console.wording.Money;
import dev.bellwether.console.wording.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who an account is, in the words of a person. */
final class Profile {

    // the heading says the name, the ARR says its currency
    private static final Set<String> SAID_ELSEWHERE = Set.of("id", "name", "arrCurrency", "renewalOn", "arr", "traits");
    private static final Map<String, String> LABELS =
            Map.of("timeZone", "Time zone", "churnedOn", "Left on", "churnReason", "Left because");
    private static final int LONGEST_TRAITS = 20;

    private Profile() {}

    static String name(JsonNode profile, String otherwise) {
        String name = profile.path("name").asText("");
        return name.isBlank() ? otherwise : name;
    }

    static List<Entry> entries(JsonNode profile) {
        List<Entry> entries = new ArrayList<>();
        if (profile.path("arr").isNumber()) {
            String currency = profile.path("arrCurrency").asText("");
            entries.add(new Entry("ARR", Money.rounded(profile.path("arr").decimalValue(), currency)));
        }
        add(entries, "Renewal", profile.path("renewalOn"));
        profile.properties().stream()
                .filter(field -> !SAID_ELSEWHERE.contains(field.getKey()))
                .forEach(field -> add(entries, label(field.getKey()), field.getValue()));
        profile.path("traits").properties().stream()
                .limit(LONGEST_TRAITS)
                .forEach(trait -> add(entries, Names.inWords(trait.getKey()), trait.getValue()));
        return entries;
    }

    private static String label(String field) {
        return LABELS.getOrDefault(field, Names.inWords(field));
    }

    private static void add(List<Entry> entries, String label, JsonNode value) {
        if (value.isValueNode() && !value.asText("").isBlank() && !value.isNull()) {
            entries.add(new Entry(label, inWords(value.asText())));
        }
    }

    private static String inWords(String text) {
        return Days.named(text).map(Days::inWords).orElse(text);
    }
}
