package dev.bellwether.health.score.memory;

import dev.bellwether.contracts.Fact;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the versions of one thing (a user, an invoice …) become what is known of it.
 *
 * @param <F> a version
 * @param <S> what is known
 */
interface Fold<F extends Fact, S> {

    /** The identity of the thing the version tells of. */
    String idOf(F version);

    /** What is known by these versions, at least one, oldest first. */
    S fold(String id, List<F> oldestFirst);

    /**
     * Whether nobody who looks at whole days can see the earlier version any more, because a later one of the same day
     * says everything again. Said by kinds of which most versions repeat the last.
     */
    default boolean hides(F later, F earlier) {
        return false;
    }

    /** The newest value of a field; null when no version gave one. */
    static <F, V> @Nullable V newest(List<F> oldestFirst, Function<F, @Nullable V> field) {
        for (int i = oldestFirst.size() - 1; i >= 0; i--) {
            V value = field.apply(oldestFirst.get(i));
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /** Whether the later version gives a value wherever the earlier one does. */
    static <F> boolean saysAllOf(F later, F earlier, List<Function<F, @Nullable Object>> fields) {
        return fields.stream().allMatch(field -> field.apply(earlier) == null || field.apply(later) != null);
    }
}
