package dev.bellwether.renewal.watch;

import io.vertx.pgclient.PgException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Thrown when a look at an account fails in itself: trying again would end the same way. */
public final class Undecidable extends RuntimeException {

    /** Data exceptions and violated constraints; everything else the database says may pass. */
    private static final List<String> BAD_DATA = List.of("22", "23");

    Undecidable(String accountId, RuntimeException cause) {
        super("no decision comes of account " + accountId, cause);
    }

    /** Whether a failure lies in the data, so that it would come again with every attempt. */
    public static boolean isAtFault(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Undecidable || (cause instanceof PgException pg && isBadData(pg))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBadData(PgException failure) {
        String state = failure.getSqlState();
        return state != null && BAD_DATA.stream().anyMatch(state::startsWith);
    }
}
