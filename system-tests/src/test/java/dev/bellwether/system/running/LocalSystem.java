package dev.bellwether.system.running;

import dev.bellwether.system.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A whole system of its own, started by the command line as a user starts it, without the synthetic company. Closing
 * stops all of its processes and keeps their logs in {@code target/system-logs}.
 */
public final class LocalSystem implements AutoCloseable {

    private final Path folder;
    private final CommandLine commands;
    private final LocalFile local;
    private final Thread lastResort;

    private LocalSystem(Path folder, CommandLine commands, LocalFile local, Thread lastResort) {
        this.folder = folder;
        this.commands = commands;
        this.local = local;
        this.lastResort = lastResort;
    }

    /** Starts one and returns when every service is ready. */
    static LocalSystem start() {
        Instant begin = Instant.now();
        Path folder = newFolder();
        Map<String, String> ports = FreePorts.variables();
        CommandLine commands = new CommandLine(folder, ports);
        Thread lastResort = new Thread(() -> end(folder, commands), "stop the local system");
        Runtime.getRuntime().addShutdownHook(lastResort);
        try {
            commands.run("demo", "--empty", "--detach");
        } catch (AssertionError e) {
            Runtime.getRuntime().removeShutdownHook(lastResort);
            end(folder, commands);
            throw e;
        }
        say("the system is ready after "
                + Duration.between(begin, Instant.now()).toSeconds() + " s in " + folder);
        return new LocalSystem(folder, commands, LocalFile.read(commands.home()), lastResort);
    }

    public LocalFile local() {
        return local;
    }

    public CommandLine commands() {
        return commands;
    }

    /** What the stand-in for Slack received. */
    public StandIn slack() {
        return new StandIn(local.url("slackStub"));
    }

    /** What the stand-in for a mail server received. */
    public StandIn mail() {
        return new StandIn(local.url("mailStub"));
    }

    /** The door for producers. */
    public Producer producer() {
        return new Producer(local.url("ingest"), local.writeKey());
    }

    /** What the health service tells a manager. */
    public Portfolio portfolio() {
        return new Portfolio(local.url("health"), local.manager());
    }

    /** The lists of one of the services. */
    public Listing listing(String service) {
        return new Listing(local.url(service), local.manager());
    }

    /** How far the health service has come. */
    public Consumption consumption() {
        return new Consumption(local.kafka(), local.postgres());
    }

    /** Ends a process as a power cut would, without giving it time for anything. */
    public void kill(String process) {
        try {
            String pid = Files.readString(commands.home().resolve("run").resolve(process + ".pid"))
                    .strip()
                    .split(" ")[0];
            ProcessHandle handle = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
            handle.destroyForcibly();
            handle.onExit().join();
            say("killed " + process + ", process " + pid);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot tell the process of " + process, e);
        }
    }

    /** Starts a process that was killed or stopped, and returns when it is ready. */
    public void restart(String process) {
        Instant begin = Instant.now();
        commands.run("start", process);
        say(process + " is back after " + Duration.between(begin, Instant.now()).toMillis() + " ms");
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(lastResort);
        end(folder, commands);
        say("the system is stopped");
    }

    /** A line of progress. */
    public static void say(String what) {
        System.out.println("[system] " + what);
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("bellwether-system-");
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for a system", e);
        }
    }

    private static void end(Path folder, CommandLine commands) {
        commands.run("stop");
        keepLogs(folder);
        delete(folder);
    }

    private static void keepLogs(Path folder) {
        Path kept = Checkout.path("system-tests/target/system-logs");
        try (Stream<Path> files = Files.walk(folder)) {
            Files.createDirectories(kept);
            List<Path> logs = files.filter(
                            file -> file.toString().matches(".*\\.(log|out)") && Files.isRegularFile(file))
                    .filter(file -> file.getNameCount() - folder.getNameCount() <= 3)
                    .toList();
            for (Path log : logs) {
                Files.write(kept.resolve(log.getFileName()), Files.readAllBytes(log));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the logs of " + folder, e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            say("something is left in " + folder + ": " + e.getMessage());
        }
    }
}
