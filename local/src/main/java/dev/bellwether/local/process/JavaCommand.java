package dev.bellwether.local.process;

import dev.bellwether.local.home.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The command line of a member: the Java of the launcher, modest with memory, out of reach of the terminal's Ctrl-C. */
record JavaCommand(Member member) {

    List<String> line(Home home) {
        List<String> line = new ArrayList<>(ownSession());
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.add("-Xmx" + member.program().heap() + "m");
        line.addAll(beginning());
        line.addAll(flags());
        line.add("--enable-native-access=ALL-UNNAMED");
        line.add("-Duser.timezone=UTC");
        line.addAll(member.program().arguments(home));
        return line;
    }

    /**
     * How it collects garbage and compiles. What an event passes through at the doors and in Kafka is a lot of code: there the compiler
     * is not held back. Those that do little start faster and stay smaller without the optimising one.
     */
    private List<String> flags() {
        return switch (member) {
            case HEALTH -> JvmFlags.busy();
            case INGEST -> JvmFlags.doors();
            case KAFKA -> JvmFlags.collector();
            default ->
                Stream.concat(JvmFlags.collector().stream(), Stream.of("-XX:TieredStopAtLevel=1"))
                        .toList();
        };
    }

    /**
     * Left to itself a JVM on a large machine begins with all of its heap. The busy ones get a nursery large enough for
     * what a batch leaves behind: from a smaller one it would pass into the old generation, which then grows. That of the
     * doors is larger yet: the longer it takes to fill, the less of what is under way is looked at.
     */
    private List<String> beginning() {
        return switch (member) {
            case INGEST -> List.of("-Xms160m", "-Xmn128m");
            case HEALTH, KAFKA -> List.of("-Xms128m", "-Xmn96m");
            case POSTGRES, STAND_INS, ALERT, RENEWAL, CONSOLE, COMPANY -> List.of("-Xms32m");
        };
    }

    /** With a session of its own a process does not get the interrupt that the terminal sends to the launcher. */
    private static List<String> ownSession() {
        return Stream.of("/usr/bin/setsid", "/bin/setsid")
                .filter(program -> Files.isExecutable(Path.of(program)))
                .findFirst()
                .map(List::of)
                .orElse(List.of());
    }
}
