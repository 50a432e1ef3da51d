package dev.bellwether.benchmarks.machine;

import dev.bellwether.benchmarks.NotMeasured;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Records with the JDK's Flight Recorder, leaves the file and prints where the samples fell. */
public final class FlightRecording implements Profiler {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
    private static final String NAME = "bench";

    private final Path file;
    private final PrintStream out;
    private long pid;

    private FlightRecording(Path file, PrintStream out) {
        this.file = file;
        this.out = out;
    }

    /** Into a file of its own beside the program. */
    public static FlightRecording of(String measure, PrintStream out) throws NotMeasured {
        try {
            Path folder = Files.createDirectories(
                    Checkout.folder().resolve("benchmarks").resolve("target").resolve("recordings"));
            String stamp = LocalDateTime.now(ZoneOffset.UTC).format(STAMP);
            return new FlightRecording(folder.resolve(measure + "-" + stamp + ".jfr"), out);
        } catch (IOException e) {
            throw new NotMeasured("no folder for the recording", e);
        }
    }

    @Override
    public void begin(long process) throws NotMeasured, InterruptedException {
        pid = process;
        Jcmd.ask(pid, "JFR.start", "name=" + NAME, "settings=profile");
    }

    @Override
    public void end() throws NotMeasured, InterruptedException {
        Jcmd.ask(pid, "JFR.stop", "name=" + NAME, "filename=" + file);
        out.println("  recorded in " + file);
        HotSpots.of(file).lines().forEach(line -> out.println("    " + line));
    }
}
