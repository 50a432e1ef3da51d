package dev.bellwether.console.page;

import dev.bellwether.console.service.Reading;
import java.util.function.Predicate;

/** Why a list shows nothing. */
public enum Nothing {
    /** It shows something. */
    NOT_SO,
    /** The filter leaves nothing. */
    NO_MATCH,
    /** There is nothing yet. */
    NONE_YET,
    /** It is not known whether there is anything. */
    AWAY;

    /**
     * Why the list that was read shows nothing.
     *
     * @param narrowed whether a filter leaves something out
     */
    public static <T> Nothing in(Reading<T> reading, Predicate<T> isEmpty, boolean narrowed) {
        return switch (reading) {
            case Reading.Live<T> live -> in(isEmpty.test(live.value()), narrowed);
            case Reading.Remembered<T> old -> in(isEmpty.test(old.value()), narrowed);
            case Reading.Away<T> away -> AWAY;
            case Reading.NotThere<T> gone -> NO_MATCH;
        };
    }

    private static Nothing in(boolean empty, boolean narrowed) {
        if (!empty) {
            return NOT_SO;
        }
        return narrowed ? NO_MATCH : NONE_YET;
    }
}
