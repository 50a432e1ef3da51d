package dev.bellwether.ingest.account;

/** The database did not do what was asked in time; the same request may succeed later. */
public final class StoreUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final boolean crowded;

    private StoreUnavailable(String message, Throwable cause) {
        super(message, cause);
        this.crowded = false;
    }

    /** There are many of these at once, all from the same place. */
    private StoreUnavailable(String message) {
        super(message, null, false, false);
        this.crowded = true;
    }

    static StoreUnavailable away(String doing, Throwable cause) {
        return new StoreUnavailable("failed " + doing, cause);
    }

    static StoreUnavailable crowded(String doing) {
        return new StoreUnavailable("failed " + doing + ": too many wait for the database");
    }

    /** Whether the database answers, but not so many at once. */
    public boolean isCrowded() {
        return crowded;
    }
}
