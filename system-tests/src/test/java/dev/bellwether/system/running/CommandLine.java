package dev.bellwether.system.running;

import dev.bellwether.system.Checkout;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The command line of Bellwether, run as processes of their own on one data folder. */
public final class CommandLine {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration GRACE = Duration.ofMinutes(1);

    private final Path folder;
    private final Map<String, String> ports;

    /**
     * Of a folder that is empty.
     *
     * @param folder gets the data folder {@code home}, and what commands print
     */
    CommandLine(Path folder, Map<String, String> ports) {
        this.folder = folder;
        this.ports = Map.copyOf(ports);
    }

    /** The data folder; the command line makes it, and takes none that has things of others in it. */
    Path home() {
        return folder.resolve("home");
    }

    /**
     * Runs a command to its end.
     *
     * @return what it printed
     * @throws AssertionError when it takes more than four minutes or does not exit with 0; with what it printed
     */
    public String run(String... words) {
        return end(begin(words), words);
    }

    /** Begins a command and does not wait for it. */
    public Process begin(String... words) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dbellwether.checkout=" + Checkout.path(""),
                "-cp",
                Checkout.path("local/target/local.jar") + File.pathSeparator + Checkout.path("local/target/lib") + "/*",
                "dev.bellwether.local.Bellwether"));
        line.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output(words).toFile());
        builder.environment().putAll(ports);
        builder.environment().put("BELLWETHER_HOME", home().toString());
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + line, e);
        }
    }

    /** Waits for the end of a command that was begun with these words; answers as {@link #run} does. */
    public String end(Process process, String... words) {
        try {
            boolean ended = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            String printed = Files.readString(output(words));
            if (!ended) {
                stop(process);
                throw new AssertionError(String.join(" ", words) + " did not end:\n" + printed);
            }
            if (process.exitValue() != 0) {
                throw new AssertionError(
                        String.join(" ", words) + " ended with " + process.exitValue() + ":\n" + printed);
            }
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the output of " + String.join(" ", words), e);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Asked politely, the command line first stops what it has started. */
    private static void stop(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(GRACE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    private Path output(String... words) {
        return folder.resolve(words[0] + ".out");
    }
}
