package dev.bellwether.local.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Whether processes that may not be children of this one are alive. One that has ended, but that its parent has not yet
 * asked for its exit code, is not: in a container without an init process such a one stays in the table for ever.
 */
public final class ProcessLife {

    private static final Duration GLANCE = Duration.ofMillis(50);

    private ProcessLife() {}

    /** Whether the process goes on. */
    public static boolean lasts(ProcessHandle process) {
        return process.isAlive() && !zombie(process.pid());
    }

    /** Waits for the end of a process; says whether it came in time. */
    public static boolean awaitEnd(ProcessHandle process, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (lasts(process)) {
            if (System.nanoTime() - end > 0 || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(GLANCE.toNanos());
        }
        return true;
    }

    /** In {@code /proc/<pid>/stat} the state follows the name, which stands in brackets and may hold anything. */
    private static boolean zombie(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
            int state = stat.lastIndexOf(')') + 2;
            return state < stat.length() && (stat.charAt(state) == 'Z' || stat.charAt(state) == 'X');
        } catch (IOException e) {
            // another operating system, or gone between two looks
            return false;
        }
    }
}
