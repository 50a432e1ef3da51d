package dev.bellwether.alert.page;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a list.
 *
 * @param nextCursor where the next piece begins; null when this is the last
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    /** Most items of a page. */
    public static final int LIMIT = 200;

    public Page {
        items = List.copyOf(items);
    }

    /** The same with its items shown in another form. */
    public <S> Page<S> map(Function<T, S> form) {
        return new Page<>(items.stream().map(form).toList(), nextCursor);
    }

    /** A page of at most {@code limit} items, made of a list that was asked for one more to see whether more follow. */
    public static <T> Page<T> of(List<T> oneMore, int limit, Function<T, Cursor> cursor) {
        if (oneMore.size() <= limit) {
            return new Page<>(oneMore, null);
        }
        List<T> items = oneMore.subList(0, limit);
        return new Page<>(items, cursor.apply(items.getLast()).text());
    }
}
