package dev.bellwether.ingest.source;

import dev.bellwether.ingest.Door;
import java.util.Set;

/** What speaks through a source, and so which doors it may use. */
public enum SourceKind {
    /** A product's own backend: its one key opens every door that asks for a write key. */
    PRODUCT(Door.SEGMENT, Door.CLOUDEVENTS, Door.IMPORT),
    SEGMENT(Door.SEGMENT),
    CLOUDEVENTS(Door.CLOUDEVENTS),
    CSV(Door.IMPORT),
    STRIPE(Door.WEBHOOK),
    ZENDESK(Door.WEBHOOK),
    INTERCOM(Door.WEBHOOK),
    HUBSPOT(Door.WEBHOOK),
    SURVEY(Door.WEBHOOK),
    MENTION(Door.WEBHOOK),
    GENERIC(Door.WEBHOOK);

    private final Set<Door> doors;

    SourceKind(Door... doors) {
        this.doors = Set.of(doors);
    }

    /** The doors that open to it. */
    public Set<Door> doors() {
        return doors;
    }
}
