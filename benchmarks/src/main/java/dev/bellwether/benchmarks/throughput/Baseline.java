package dev.bellwether.benchmarks.throughput;

import dev.bellwether.benchmarks.NotMeasured;
import dev.bellwether.benchmarks.machine.FreshJvm;
import java.util.List;

/** Runs the bare consumer, cold as the health service. */
record Baseline(String kafka, int events) {

    /** Events a second. */
    double run() throws NotMeasured, InterruptedException {
        String last = FreshJvm.run(BareConsumer.class.getName(), List.of(kafka, String.valueOf(events)));
        try {
            return events * 1e9 / Long.parseLong(last.split(" ")[0]);
        } catch (NumberFormatException e) {
            throw new NotMeasured("the bare consumer said " + last, e);
        }
    }
}
