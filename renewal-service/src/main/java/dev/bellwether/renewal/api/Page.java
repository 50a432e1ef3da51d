package dev.bellwether.renewal.api;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A page of lines that are all at hand, in the order of their places.
 *
 * @param nextCursor null on the last page
 */
record Page<T>(List<T> items, @Nullable String nextCursor) {

    /**
     * @param place of a line, which no other has; no part of it holds a NUL
     * @param cursor nextCursor of the page before; null for the first
     * @throws Refusal when the cursor is none of ours
     */
    static <T> Page<T> of(Stream<T> all, Function<T, List<String>> place, int limit, @Nullable String cursor) {
        String after = cursor == null ? "" : Cursor.read(cursor, 3, parts -> text(List.copyOf(parts)));
        List<T> rest = all.filter(line -> text(place.apply(line)).compareTo(after) > 0)
                .sorted(Comparator.comparing(line -> text(place.apply(line))))
                .limit(limit + 1L)
                .toList();
        return rest.size() > limit
                ? new Page<>(
                        rest.subList(0, limit),
                        Cursor.write(place.apply(rest.get(limit - 1)).toArray(String[]::new)))
                : new Page<>(rest, null);
    }

    private static String text(List<String> parts) {
        return String.join("\0", parts);
    }
}
