package dev.bellwether.system.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceRulesTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void every_package_is_introduced_by_a_sentence_and_null_marked() {
        assertThat(Modules.sources())
                .hasSize(Modules.NAMES.size())
                .allSatisfy(
                        sources -> assertThat(SourceRules.unintroduced(sources)).isEmpty());
    }

    @Test
    void every_test_is_run_by_the_build() {
        assertThat(Modules.tests())
                .hasSize(Modules.NAMES.size() + 1)
                .allSatisfy(tests -> assertThat(SourceRules.neverRun(tests)).isEmpty());
    }

    @Test
    void no_test_sleeps_or_mocks() {
        assertThat(Modules.tests())
                .allSatisfy(tests ->
                        assertThat(SourceRules.sleepingOrMocking(tests)).isEmpty());
    }

    @Test
    void a_package_without_an_introduction_is_found() throws IOException {
        write("a/package-info.java", "/** Says why. */\n@NullMarked\npackage a;\n");
        Path silent = write("b/Thing.java", "package b;\n");

        assertThat(SourceRules.unintroduced(folder)).containsExactly(silent.getParent());
    }

    @Test
    void a_test_that_is_never_run_is_found() throws IOException {
        Path properties = write("ScoreProperties.java", "class ScoreProperties {\n    @Test\n    void holds() {}\n}\n");
        write("ScoreSpecification.java", "abstract class ScoreSpecification {\n    @Test\n    void holds() {}\n}\n");
        write("ScoreTest.java", "class ScoreTest {\n    @Test\n    void holds() {}\n}\n");

        assertThat(SourceRules.neverRun(folder)).containsExactly(properties);
    }

    @Test
    void a_test_that_sleeps_and_one_that_mocks_are_found() throws IOException {
        // put together here, so that this file is not found itself
        Path sleeps = write("ATest.java", "Thread" + ".sleep(100);\n");
        Path mocks = write("BTest.java", "import org" + ".mockito.Mockito;\n");
        write("CTest.java", "await().until(ready);\n");

        assertThat(SourceRules.sleepingOrMocking(folder)).containsExactly(sleeps, mocks);
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
