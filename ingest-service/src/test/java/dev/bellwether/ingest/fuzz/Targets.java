package dev.bellwether.ingest.fuzz;

import java.util.List;

/** The doors that are shot at. */
final class Targets {

    static final List<Target> ALL = List.of(new SegmentTarget(), new CloudEventsTarget());

    private Targets() {}
}
