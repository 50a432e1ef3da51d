package dev.bellwether.ingest.publish;

/** Kafka did not acknowledge in time; the same events may be sent again. */
public final class Unpublished extends RuntimeException {

    private static final long serialVersionUID = 1;

    public Unpublished(Throwable cause) {
        super("Kafka did not acknowledge", cause);
    }
}
