package dev.bellwether.ingest.csv;

import dev.bellwether.contracts.Envelope;
import java.util.ArrayList;
import java.util.List;

/** Some rows that follow each other: those that are facts and those that were refused. */
final class Chunk {

    private static final int ROWS = 1000;
    private static final int BYTES = 262_144;

    private final List<Envelope> facts = new ArrayList<>(ROWS);
    private final List<RefusedRow> refused = new ArrayList<>(0);
    private int bytes;

    void add(Envelope fact) {
        facts.add(fact);
        bytes += fact.data().length;
    }

    void add(RefusedRow row) {
        refused.add(row);
        bytes += row.size();
    }

    boolean isFull() {
        return facts.size() + refused.size() >= ROWS || bytes >= BYTES;
    }

    List<Envelope> facts() {
        return facts;
    }

    /** Those refused rows that are kept. */
    List<RefusedRow> refused() {
        return refused;
    }
}
