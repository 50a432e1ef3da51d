package dev.bellwether.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher, in a checkout of its own, among JDKs that only say who they are. */
class LauncherTest {

    @TempDir
    Path folder;

    @BeforeEach
    void aBuiltCheckoutAndTheNewestJdkOfAll() throws IOException {
        Files.copy(Path.of("..", "bellwether"), folder.resolve("bellwether"));
        Files.createDirectories(folder.resolve("local/target"));
        Files.createFile(folder.resolve("local/target/local.jar"));
        jdk(".jdks/newest", 999);
    }

    @Test
    void java_home_is_taken_when_it_is_new_enough() throws Exception {
        assertThat(javaOf(jdk("chosen", 21))).isEqualTo("21");
        assertThat(javaOf(jdk("later", 30))).isEqualTo("30");
    }

    @Test
    void the_newest_is_found_when_java_home_is_too_old_or_no_jdk_or_not_set() throws Exception {
        assertThat(javaOf(jdk("old", 17))).isEqualTo("999");
        assertThat(javaOf(folder.resolve("nothing"))).isEqualTo("999");
        assertThat(javaOf(Path.of(""))).isEqualTo("999");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "help", "demo --help", "import accounts -h"})
    void help_needs_neither_a_jdk_nor_a_build(String words) throws Exception {
        Path page = Files.createDirectories(folder.resolve("local/src/main/resources"))
                .resolve("help.txt");
        Files.writeString(page, "the page");
        Files.deleteIfExists(folder.resolve("local/target/local.jar"));

        assertThat(said(folder.resolve("nothing"), words)).isEqualTo("the page");
    }

    private Path jdk(String name, int release) throws IOException {
        Path jdk = folder.resolve(name);
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"%d.0.1\"\n".formatted(release));
        for (String program : new String[] {"java", "javac"}) {
            Path file =
                    Files.writeString(jdk.resolve("bin").resolve(program), "#!/bin/sh\necho %d\n".formatted(release));
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        }
        return jdk;
    }

    /** Which Java the command line is handed over to. */
    private String javaOf(Path javaHome) throws IOException, InterruptedException {
        return said(javaHome, "status");
    }

    private String said(Path javaHome, String words) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("sh", folder.resolve("bellwether").toString()));
        Stream.of(words.split(" ")).filter(word -> !word.isEmpty()).forEach(command::add);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("JAVA_HOME", javaHome.toString());
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        process.waitFor();
        return said;
    }
}
