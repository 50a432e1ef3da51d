package dev.bellwether.local;

import dev.bellwether.local.home.ProcessLife;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A PostgreSQL server that is still running on a cluster although the process that started it is gone.
 *
 * <p>It is recognised by the process id and start time that the server itself wrote into the cluster, so that a process
 * which happens to have got the same id is left alone.
 */
final class PostgresSurvivor {

    private static final Duration FAST_SHUTDOWN = Duration.ofSeconds(20);
    private static final Duration GLANCE = Duration.ofSeconds(1);
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(5);

    private PostgresSurvivor() {}

    /** The server running on this cluster, if there is one. */
    static Optional<ProcessHandle> find(Path cluster) {
        try {
            List<String> lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
            if (lines.size() < 3) {
                return Optional.empty();
            }
            Instant started = Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip()));
            return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                    .filter(ProcessLife::lasts)
                    .filter(process -> startedAbout(process, started));
        } catch (IOException | NumberFormatException e) {
            // no such file or not yet written whole: no server to find
            return Optional.empty();
        }
    }

    /** Waits until no server runs on this cluster. */
    static void awaitEnd(Path cluster) throws InterruptedException {
        Optional<ProcessHandle> server = find(cluster);
        while (server.isPresent() && ProcessLife.lasts(server.get())) {
            Thread.sleep(GLANCE);
        }
    }

    /** Stops the server running on this cluster and waits for its end; says whether there was one. */
    static boolean stop(Path cluster) throws IOException {
        Optional<ProcessHandle> survivor = find(cluster);
        if (survivor.isEmpty()) {
            return false;
        }
        ProcessHandle server = survivor.get();
        // SIGINT asks for the fast shutdown; the signal of ProcessHandle.destroy would wait for every client to leave
        new ProcessBuilder("kill", "-INT", String.valueOf(server.pid())).start();
        if (!ProcessLife.awaitEnd(server, FAST_SHUTDOWN)) {
            server.destroyForcibly();
        }
        return true;
    }

    private static boolean startedAbout(ProcessHandle process, Instant instant) {
        return process.info()
                .startInstant()
                .map(start -> Duration.between(start, instant).abs().compareTo(CLOCK_TOLERANCE) <= 0)
                .orElse(false);
    }
}
