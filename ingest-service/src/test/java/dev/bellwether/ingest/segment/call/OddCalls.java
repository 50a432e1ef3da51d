package dev.bellwether.ingest.segment.call;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Calls as nobody would send them: every known field with any value whatever. */
final class OddCalls {

    private static final List<String> FIELDS = List.of(
            "type",
            "event",
            "userId",
            "anonymousId",
            "previousId",
            "groupId",
            "messageId",
            "name",
            "category",
            "timestamp",
            "sentAt",
            "properties",
            "context",
            "traits");
    private static final List<String> INNER = List.of(
            "groupId",
            "$groups",
            "count",
            "workspace",
            "name",
            "email",
            "role",
            "champion",
            "seats",
            "currency",
            "timeZone",
            "status",
            "churnedOn",
            "company",
            "id",
            "segment",
            "a\\u0000b",
            "");

    private OddCalls() {}

    static String any(Random random) {
        return object(random, FIELDS, 0);
    }

    private static String object(Random random, List<String> names, int depth) {
        return IntStream.range(0, random.nextInt(12))
                .mapToObj(i -> "'" + names.get(random.nextInt(names.size())) + "':" + value(random, depth))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String value(Random random, int depth) {
        return switch (random.nextInt(16)) {
            case 0 -> "null";
            case 1 -> "true";
            case 2 -> "-0.0000000001e-30";
            case 3 -> "1e400";
            case 4 -> "[1,['x'],{}]";
            case 5 -> "'" + "ü".repeat(random.nextInt(600)) + "'";
            case 6 -> "'\\u0000'";
            case 7 -> "'half \\ud83d'";
            case 8 -> "'\\ude00 half'";
            case 9 -> "'2025-01-01T00:00:00Z'";
            case 10 -> "12";
            case 11 -> "' '";
            case 12 -> "'" + "\uD83D\uDE00".repeat(random.nextInt(300)) + "'";
            case 13, 14 -> depth < 4 ? object(random, INNER, depth + 1) : "'deep'";
            default -> "'plain'";
        };
    }
}
