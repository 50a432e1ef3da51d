package dev.bellwether.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {

    @TempDir
    Path folder;

    private Path path = Path.of("");
    private PidFile file = new PidFile(path);

    @BeforeEach
    void aFile() {
        path = folder.resolve("health.pid");
        file = new PidFile(path);
    }

    @Test
    void a_running_process_is_known_again() throws Exception {
        file.write(ProcessHandle.current());
        assertThat(file.live()).contains(ProcessHandle.current());
    }

    @Test
    void a_process_that_got_the_id_of_an_older_one_is_not_taken_for_it() throws Exception {
        long hourAgo = System.currentTimeMillis() - 3_600_000;
        Files.writeString(path, ProcessHandle.current().pid() + " " + hourAgo);
        assertThat(file.live()).isEmpty();
        assertThat(file.exists()).isTrue();
    }

    @Test
    void a_process_that_ended_is_not_running() throws Exception {
        Process process = new ProcessBuilder("sleep", "60").start();
        file.write(process.toHandle());
        assertThat(file.live()).isPresent();
        process.destroyForcibly();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(file.live()).isEmpty();
    }

    @Test
    void nonsense_and_nothing_are_no_process() throws Exception {
        assertThat(file.live()).isEmpty();
        Files.writeString(path, "not a process");
        assertThat(file.live()).isEmpty();
    }
}
