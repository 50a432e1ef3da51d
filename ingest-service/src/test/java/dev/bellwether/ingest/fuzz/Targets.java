package dev.bellwether.ingest.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The doors that are shot at. */
final class Targets {

    private static final int OFTEN = 16;
    private static final Target SEGMENT = new SegmentTarget();
    private static final Target CLOUD_EVENTS = new CloudEventsTarget();
    private static final List<Target> OTHERS = new ArrayList<>(WebhookTarget.ALL);

    static {
        OTHERS.add(new CsvTarget());
    }

    private Targets() {}

    /** Mostly one of the two doors that take the most. */
    static Target any(SplittableRandom dice) {
        int one = dice.nextInt(2 * OFTEN + OTHERS.size());
        return one < OFTEN ? SEGMENT : one < 2 * OFTEN ? CLOUD_EVENTS : OTHERS.get(one - 2 * OFTEN);
    }
}
