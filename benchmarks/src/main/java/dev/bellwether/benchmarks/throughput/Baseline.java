package dev.bellwether.benchmarks.throughput;

import dev.bellwether.benchmarks.NotMeasured;
import dev.bellwether.benchmarks.machine.FreshJvm;
import java.util.List;

/**
 * Runs a program that reads the log and does nothing else, cold as the health service.
 *
 * @param program takes the bootstrap servers and a number of records; says how many nanoseconds it took to read them
 */
public record Baseline(Class<?> program, String kafka, int events) {

    /** The bare consumer. */
    public static Baseline bare(String kafka, int events) {
        return new Baseline(BareConsumer.class, kafka, events);
    }

    /** Events a second. */
    public double run() throws NotMeasured, InterruptedException {
        String last = FreshJvm.run(program.getName(), FreshJvm.HEAP, List.of(kafka, String.valueOf(events)));
        try {
            return events * 1e9 / Long.parseLong(last.split(" ")[0]);
        } catch (NumberFormatException e) {
            throw new NotMeasured(program.getSimpleName() + " said " + last, e);
        }
    }
}
