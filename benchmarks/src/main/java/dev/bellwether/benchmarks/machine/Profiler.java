package dev.bellwether.benchmarks.machine;

import dev.bellwether.benchmarks.NotMeasured;

/** Looks on while a process does what is measured. */
public interface Profiler {

    /** The measured stretch begins. */
    void begin(long pid) throws NotMeasured, InterruptedException;

    /** The measured stretch has ended; the process still runs. */
    void end() throws NotMeasured, InterruptedException;

    /** Looks away. */
    static Profiler none() {
        return new Profiler() {
            @Override
            public void begin(long pid) {}

            @Override
            public void end() {}
        };
    }
}
