package dev.bellwether.alert.document;

import java.util.List;

/** Thrown for a document with faults; nothing of it is kept. */
public final class Faulty extends RuntimeException {

    private final transient List<Fault> faults;

    public Faulty(List<Fault> faults) {
        super("the document has faults: " + faults);
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
