package dev.bellwether.alert.book;

import org.jspecify.annotations.Nullable;

/** Thrown when what there is to tell, or what it has to keep to, makes no sense: trying again would end the same way. */
public final class Untellable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Untellable(Throwable cause) {
        super("it cannot be told", cause);
    }

    /** Whether that is why something failed. */
    public static boolean is(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Untellable) {
                return true;
            }
        }
        return false;
    }
}
