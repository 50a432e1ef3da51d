package dev.bellwether.messaging;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Thrown when something was understood and yet no decision comes of it: trying again would end the same way. */
public final class Undecidable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Data exceptions and violated constraints; everything else the database says may pass. */
    private static final List<String> BAD_DATA = List.of("22", "23");

    /**
     * For what failed in itself.
     *
     * @param what of which no decision comes, such as {@code event e-1}
     */
    public Undecidable(String what, RuntimeException cause) {
        super("no decision comes of " + what, cause);
    }

    /** Whether a failure lies in the data, so that it would come again with every attempt. */
    public static boolean isAtFault(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Undecidable || BAD_DATA.stream().anyMatch(state(cause)::startsWith)) {
                return true;
            }
        }
        return false;
    }

    /** Hibernate hands on what the database said as an exception of JDBC. */
    private static String state(Throwable failure) {
        String state = failure instanceof SQLException sql ? sql.getSQLState() : null;
        return state == null ? "" : state;
    }
}
