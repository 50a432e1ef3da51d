package dev.bellwether.benchmarks.machine;

import dev.bellwether.benchmarks.NotMeasured;

/** What is done when the program is interrupted before it could clean up after itself. */
final class LastResort {

    private LastResort() {}

    /** Refuses when the program is ending already: whoever asks must not start anything any more. */
    static void add(Thread work) throws NotMeasured {
        try {
            Runtime.getRuntime().addShutdownHook(work);
        } catch (IllegalStateException e) {
            throw new NotMeasured("interrupted", e);
        }
    }

    static void remove(Thread work) {
        try {
            Runtime.getRuntime().removeShutdownHook(work);
        } catch (IllegalStateException e) {
            // the program is ending: the work is being done anyway
        }
    }
}
