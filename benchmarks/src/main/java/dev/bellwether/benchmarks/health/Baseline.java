package dev.bellwether.benchmarks.health;

import dev.bellwether.benchmarks.NotMeasured;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the bare consumer in a fresh JVM with the settings that the health service gets, so that both start cold. */
record Baseline(String kafka, Workload workload) {

    /** Events a second. */
    double run() throws NotMeasured, InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command()).redirectErrorStream(true).start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() != 0) {
                throw new NotMeasured("the bare consumer failed: " + printed);
            }
            String last = printed.lines().reduce("", (earlier, later) -> later);
            return workload.events() * 1e9 / Long.parseLong(last.split(" ")[0]);
        } catch (IOException | NumberFormatException e) {
            throw new NotMeasured("the bare consumer cannot be run", e);
        }
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx768m", "-XX:+UseSerialGC"));
        if (Runtime.version().feature() >= 25) {
            command.add("-XX:+UseCompactObjectHeaders");
        }
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path", ""),
                BareConsumer.class.getName(),
                kafka,
                String.valueOf(workload.events())));
        return command;
    }
}
