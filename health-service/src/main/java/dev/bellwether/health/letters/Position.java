package dev.bellwether.health.letters;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bellwether.health.api.Refusal;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How far back a reader has come; opaque to the caller.
 *
 * @param upTo by partition, the offset before which the rest lies
 */
record Position(Map<Integer, Long> upTo) {

    private static final Pattern FORM = Pattern.compile("\\d{1,9}:\\d{1,18}(,\\d{1,9}:\\d{1,18})*");

    Position {
        upTo = Map.copyOf(upTo);
    }

    String text() {
        String plain = new TreeMap<>(upTo)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + ":" + entry.getValue())
                        .collect(Collectors.joining(","));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8));
    }

    /**
     * Null when the caller gave none.
     *
     * @throws Refusal when it is none of ours
     */
    static @Nullable Position of(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return null;
        }
        String plain = plain(cursor);
        if (!FORM.matcher(plain).matches()) {
            throw notOurs();
        }
        Map<Integer, Long> upTo = new HashMap<>();
        for (String entry : plain.split(",", -1)) {
            String[] parts = entry.split(":", 2);
            upTo.put(Integer.valueOf(parts[0]), Long.valueOf(parts[1]));
        }
        return new Position(upTo);
    }

    private static String plain(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
        } catch (IllegalArgumentException e) {
            throw notOurs();
        }
    }

    private static Refusal notOurs() {
        return Refusal.badParameter("cursor", "is not one that this list gave out");
    }

    /** What is left of the topic; partitions that came after the cursor was given out hold newer letters only. */
    Map<Integer, Stretch> within(Map<Integer, Stretch> extent) {
        Map<Integer, Stretch> rest = new HashMap<>();
        extent.forEach((partition, whole) -> rest.put(partition, whole.before(upTo.getOrDefault(partition, 0L))));
        return rest;
    }
}
