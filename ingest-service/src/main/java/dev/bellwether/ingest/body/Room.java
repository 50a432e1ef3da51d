package dev.bellwether.ingest.body;

/** Memory that a request may take. */
public interface Room {

    /** What an event of a batch takes beside its own bytes until it is settled, bytes. */
    int EVENT = 1024;

    /** Takes so many bytes more; false when there is no room for them, which leaves what was taken before. */
    boolean grow(int more);

    /** Gives so many bytes back that were taken before. */
    void shrink(int less);
}
