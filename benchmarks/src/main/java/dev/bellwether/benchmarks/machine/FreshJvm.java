package dev.bellwether.benchmarks.machine;

import dev.bellwether.benchmarks.NotMeasured;
import dev.bellwether.local.process.JvmFlags;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A program of this module in a JVM of its own with the settings that the health service gets, so that both start
 * cold.
 */
public final class FreshJvm {

    /** The memory for objects that the health service gets, in MB. */
    public static final int HEAP = 768;

    private FreshJvm() {}

    /** Runs it to its end with that much memory for objects, in MB; gives the last line it printed. It ends with this program when that is interrupted. */
    public static String run(String mainClass, int heap, List<String> arguments)
            throws NotMeasured, InterruptedException {
        try {
            Process process = new ProcessBuilder(command(mainClass, heap, arguments))
                    .redirectErrorStream(true)
                    .start();
            Thread lastResort = new Thread(process::destroyForcibly, "end " + mainClass);
            try {
                LastResort.add(lastResort);
                String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
                if (process.waitFor() != 0) {
                    throw new NotMeasured(mainClass + " failed: " + printed);
                }
                return printed.lines().reduce("", (earlier, later) -> later);
            } finally {
                process.destroyForcibly();
                LastResort.remove(lastResort);
            }
        } catch (IOException e) {
            throw new NotMeasured(mainClass + " cannot be run", e);
        }
    }

    private static List<String> command(String mainClass, int heap, List<String> arguments) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx" + heap + "m"));
        command.addAll(JvmFlags.busy());
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path", ""), mainClass));
        command.addAll(arguments);
        return command;
    }
}
