package dev.bellwether.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Letters as people read them. */
final class LetterTable {

    private static final int LONGEST_CELL = 32;
    private static final int LONGEST_REASON = 100;
    private static final List<String> TITLES =
            List.of("id", "refused at", "by", "account", "from", "type", "replayed", "reason");

    private LetterTable() {}

    /** A heading and a line for each; nothing when there are none. */
    static List<String> lines(List<JsonNode> letters) {
        if (letters.isEmpty()) {
            return List.of();
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(TITLES);
        letters.forEach(letter -> rows.add(row(letter)));
        int[] widths = IntStream.range(0, TITLES.size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    /** Everything about one, its bytes last. */
    static List<String> document(JsonNode letter) {
        List<String> lines = new ArrayList<>();
        for (String field : List.of("id", "at", "account", "type", "eventId", "replayedAt")) {
            add(lines, field, letter.path(field));
        }
        lines.add(named("from", origin(letter)));
        add(lines, "refusedBy", letter.path("refusedBy"));
        letter.path("reason").asText().lines().forEach(reason -> lines.add(named("reason", plain(reason))));
        lines.add(named("size", letter.path("size").asText() + " bytes" + shortened(letter)));
        letter.path("headers")
                .forEach(header -> lines.add(
                        named("header", plain(header.path("name").asText() + ": " + content(header.path("value"))))));
        JsonNode body = letter.path("body");
        lines.add("");
        lines.add(body.isNull() ? "(no value)" : content(body).replaceAll("[\\p{Cntrl}&&[^\\r\\n\\t]]", "·"));
        return lines;
    }

    private static List<String> row(JsonNode letter) {
        return List.of(
                letter.path("id").asText(),
                letter.path("at").asText().replaceFirst("\\.\\d+Z$", "Z"),
                cell(letter, "refusedBy"),
                cell(letter, "account"),
                cut(origin(letter), LONGEST_CELL),
                cell(letter, "type").replaceFirst("^bellwether\\.", ""),
                letter.hasNonNull("replayedAt") ? "yes" : "",
                cut(letter.path("reason").asText(), LONGEST_REASON));
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            line.append(String.format(Locale.ROOT, "%-" + Math.max(1, widths[column]) + "s  ", row.get(column)));
        }
        return line.toString().stripTrailing();
    }

    private static String origin(JsonNode letter) {
        JsonNode origin = letter.path("origin");
        if (origin.hasNonNull("door")) {
            return "door " + origin.path("door").asText();
        }
        return origin.hasNonNull("topic")
                ? origin.path("topic").asText() + " " + origin.path("partition").asText() + "-"
                        + origin.path("offset").asText()
                : "";
    }

    private static String shortened(JsonNode letter) {
        return letter.hasNonNull("shortenedFrom")
                ? ", the beginning of " + letter.path("shortenedFrom").asText()
                : "";
    }

    private static String content(JsonNode content) {
        boolean base64 = content.path("encoding").asText().equals("base64");
        return (base64 ? "(base64) " : "") + content.path("content").asText("");
    }

    private static void add(List<String> lines, String field, JsonNode value) {
        if (!value.isNull() && !value.isMissingNode()) {
            lines.add(named(field, plain(value.asText())));
        }
    }

    private static String named(String name, String value) {
        return String.format(Locale.ROOT, "%-11s %s", name, value);
    }

    private static String cell(JsonNode letter, String field) {
        return letter.hasNonNull(field) ? cut(letter.path(field).asText(), LONGEST_CELL) : "";
    }

    private static String cut(String text, int longest) {
        String plain = plain(text);
        return plain.length() <= longest ? plain : plain.substring(0, longest - 1) + "…";
    }

    /** What somebody sent must not steer the terminal. */
    private static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}", "·");
    }
}
