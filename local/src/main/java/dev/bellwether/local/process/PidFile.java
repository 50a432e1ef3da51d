package dev.bellwether.local.process;

import dev.bellwether.local.home.PrivateFile;
import dev.bellwether.local.home.ProcessLife;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Remembers a process by its id and the instant of its start, so that another process which got the same id later is
 * never taken for it.
 */
public record PidFile(Path file) {

    /** The operating system counts the start in ticks since its boot, and the instant of the boot may be corrected. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

    /** Remembers this process. */
    public void write(ProcessHandle process) throws IOException {
        PrivateFile.write(file, process.pid() + " " + start(process).toEpochMilli() + "\n");
    }

    /** Forgets the process. */
    public void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    /** Whether a process is remembered, dead or alive. */
    public boolean exists() {
        return Files.exists(file);
    }

    /** The process, if it is the remembered one and still running. */
    public Optional<ProcessHandle> live() {
        try {
            String[] words = Files.readString(file).strip().split(" ");
            Instant started = Instant.ofEpochMilli(Long.parseLong(words[1]));
            return ProcessHandle.of(Long.parseLong(words[0]))
                    .filter(ProcessLife::lasts)
                    .filter(process ->
                            Duration.between(start(process), started).abs().compareTo(CLOCK_TOLERANCE) <= 0);
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            // none, or not one that this program wrote
            return Optional.empty();
        }
    }

    private static Instant start(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }
}
