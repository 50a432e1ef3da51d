package dev.bellwether.ingest.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs programs of the documentation in other languages, as a reader would. Where the library of one is not installed its test is
 * skipped; but where the environment says where it is ({@code BELLWETHER_NODE_MODULES}, {@code BELLWETHER_PYTHON}), it has to be there.
 *
 * @param folder in which they run
 */
public record Programs(Path folder) {

    private static final String NODE_MODULES = "BELLWETHER_NODE_MODULES";
    private static final String PYTHON = "BELLWETHER_PYTHON";
    private static final Path FOR_ALL = Path.of("/usr/lib/node_modules");
    private static final String DEBIANS_PYTHON = "/usr/bin/python3";

    /** A program for Node that needs this library. */
    public void node(String program, String library, Map<String, String> environment) throws Exception {
        String told = System.getenv(NODE_MODULES);
        Path libraries = told == null ? FOR_ALL : Path.of(told);
        expect(Files.exists(libraries.resolve(library)), told, library + " is not in " + libraries);
        Files.createSymbolicLink(folder.resolve("node_modules"), libraries);
        Path file = Files.writeString(folder.resolve("program.mjs"), program);
        assertRuns(environment, "node", file.toString());
    }

    /** A program in Python that needs this library. */
    public void python(String program, String library) throws Exception {
        String told = System.getenv(PYTHON);
        String python = told != null ? told : Files.exists(Path.of(DEBIANS_PYTHON)) ? DEBIANS_PYTHON : "python3";
        expect(run(Map.of(), python, "-c", "import " + library) == 0, told, library + " is not there for " + python);
        assertRuns(Map.of(), python, "-c", program);
    }

    /** A command that must end well. */
    public void assertRuns(Map<String, String> environment, String... command) throws Exception {
        assertThat(run(environment, command)).as("exit code").isZero();
    }

    private static void expect(boolean there, @Nullable String told, String otherwise) {
        if (told == null) {
            assumeTrue(there, otherwise);
        } else {
            assertThat(there).as(otherwise).isTrue();
        }
    }

    private int run(Map<String, String> environment, String... command) throws InterruptedException {
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
            builder.environment().putAll(environment);
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), UTF_8);
            int code = process.waitFor();
            if (code != 0) {
                System.err.println(said);
            }
            return code;
        } catch (IOException e) { // there is no such program
            return -1;
        }
    }
}
