package dev.bellwether.ingest.csv;

/** The database did not do what was asked in time. */
final class Unrecorded extends RuntimeException {

    private static final long serialVersionUID = 1;

    Unrecorded(Throwable cause) {
        super("the import could not be recorded", cause);
    }
}
