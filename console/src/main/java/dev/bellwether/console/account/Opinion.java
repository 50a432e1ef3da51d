package dev.bellwether.console.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.console.health.Band;
import java.util.Locale;

/** What a person thinks of an account's health, beside what was computed. */
final class Opinion {

    private Opinion() {}

    /** The sentence for an override; empty when there is none. */
    static String inWords(JsonNode override) {
        if (!override.isObject()) {
            return "";
        }
        StringBuilder words = new StringBuilder("Overridden by hand to ").append(what(override));
        append(words, ": “", override.path("reason").asText(""), "”");
        append(words, ", until ", override.path("expires").asText(""), "");
        return words.append('.').toString();
    }

    private static String what(JsonNode override) {
        JsonNode score = override.path("score");
        return score.isNumber()
                ? "a score of " + score.asText()
                : Band.named(override.path("band").asText(""))
                        .orElse(Band.UNKNOWN)
                        .word()
                        .toLowerCase(Locale.ROOT);
    }

    private static void append(StringBuilder words, String before, String text, String after) {
        if (!text.isBlank()) {
            words.append(before).append(text).append(after);
        }
    }
}
