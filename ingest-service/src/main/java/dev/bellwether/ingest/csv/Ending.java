package dev.bellwether.ingest.csv;

/** Why an import ended for now. */
enum Ending {
    /** The file has ended. */
    COMPLETE,
    /** The body broke off. */
    SENDER_LEFT,
    /** Kafka did not acknowledge. */
    KAFKA_AWAY,
    /** The same file is being sent by another. */
    SUPERSEDED,
    /** This instance is being stopped. */
    STOPPING
}
