package dev.bellwether.console.service;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list that a service tells in parts.
 *
 * @param nextCursor where the next part begins; null at the end
 */
public record Slice<T>(List<T> items, @Nullable String nextCursor) {

    /** The most that services tell at once. */
    public static final int LARGEST = 200;

    public Slice {
        items = items == null ? List.of() : List.copyOf(items);
    }

    /** One way to ask for a part. */
    @FunctionalInterface
    public interface Question<T> {

        /** At most so many from the cursor on; null is the beginning. */
        Slice<T> ask(int limit, @Nullable String cursor);
    }

    /** A part of nothing. */
    public static <T> Slice<T> empty() {
        return new Slice<>(List.of(), null);
    }

    /** The first so many, asked for in as few parts as they come in. */
    public static <T> Slice<T> first(int count, Question<T> question) {
        Slice<T> part = question.ask(Math.min(LARGEST, count), null);
        List<T> items = new ArrayList<>(part.items());
        while (part.nextCursor() != null && !part.items().isEmpty() && items.size() < count) {
            part = question.ask(Math.min(LARGEST, count - items.size()), part.nextCursor());
            items.addAll(part.items());
        }
        return new Slice<>(items, part.nextCursor());
    }
}
