package dev.bellwether.local.process;

import dev.bellwether.local.home.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The command line of a member: the Java of the launcher, modest with memory, out of reach of the terminal's Ctrl-C. */
record JavaCommand(Member member) {

    /** Those that gain from the optimising compiler; the others start faster and stay smaller without it. */
    private static final Set<Member> BUSY = EnumSet.of(Member.KAFKA, Member.INGEST, Member.HEALTH);

    List<String> line(Home home) {
        List<String> line = new ArrayList<>(ownSession());
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.add("-Xmx" + member.program().heap() + "m");
        line.addAll(beginning());
        line.addAll(compiling());
        if (member == Member.INGEST) {
            line.addAll(JvmFlags.largePages());
        }
        line.add("--enable-native-access=ALL-UNNAMED");
        line.add("-Duser.timezone=UTC");
        line.addAll(member.program().arguments(home));
        return line;
    }

    /** What an event passes through at the doors and in Kafka is a lot of code: there the compiler is not held back. */
    private List<String> compiling() {
        if (member == Member.HEALTH) {
            return JvmFlags.busy();
        }
        return BUSY.contains(member)
                ? JvmFlags.collector()
                : Stream.concat(JvmFlags.collector().stream(), Stream.of("-XX:TieredStopAtLevel=1"))
                        .toList();
    }

    /**
     * Left to itself a JVM on a large machine begins with all of its heap. The busy ones get a nursery large enough for
     * what a batch leaves behind: from a smaller one it would pass into the old generation, which then grows.
     */
    private List<String> beginning() {
        return BUSY.contains(member) ? List.of("-Xms128m", "-Xmn96m") : List.of("-Xms32m");
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
