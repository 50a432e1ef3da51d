package dev.bellwether.ingest.account;

/** The database did not do what was asked in time; the same request may succeed later. */
public final class StoreUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    StoreUnavailable(String doing, Throwable cause) {
        super(doing, cause);
    }
}
