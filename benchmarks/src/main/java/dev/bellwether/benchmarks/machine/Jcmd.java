package dev.bellwether.benchmarks.machine;

import dev.bellwether.benchmarks.NotMeasured;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Questions to another JVM, by the JDK's own tool. */
final class Jcmd {

    private Jcmd() {}

    /** What it answers. */
    static String ask(long pid, String... words) throws NotMeasured, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
        command.add(String.valueOf(pid));
        command.addAll(List.of(words));
        return answer(command);
    }

    private static String answer(List<String> command) throws NotMeasured, InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new NotMeasured(String.join(" ", command) + " failed: " + answer.strip());
            }
            return answer;
        } catch (IOException e) {
            throw new NotMeasured(String.join(" ", command) + " cannot be run", e);
        }
    }
}
