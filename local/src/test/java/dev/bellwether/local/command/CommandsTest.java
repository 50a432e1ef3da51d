package dev.bellwether.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.local.home.Home;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    @Test
    void a_taken_port_is_named_with_its_service_its_variable_and_its_holder() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(socket.getLocalPort());
            assertThatThrownBy(() -> run(Map.of("BELLWETHER_PORT_ALERT", port), "demo"))
                    .isInstanceOf(CommandFailed.class)
                    .hasMessageContaining("port " + port + ", wanted for alert, is taken")
                    .hasMessageContaining("set BELLWETHER_PORT_ALERT");
        }
    }

    @Test
    void a_port_that_is_none_is_refused_by_name() {
        assertThatThrownBy(() -> run(Map.of("BELLWETHER_PORT_KAFKA", "many"), "demo"))
                .hasMessage("BELLWETHER_PORT_KAFKA is not a port from 1 to 65535: many");
    }

    @Test
    void what_is_not_understood_exits_with_two_and_says_what_there_is() {
        assertThat(exitCode("import", "horses", "x.csv")).isEqualTo(2);
        assertThat(exitCode("nonsense")).isEqualTo(2);
        assertThat(exitCode("demo", "--loud")).isEqualTo(2);
        assertThatThrownBy(() -> run(Map.of(), "stop", "the-world"))
                .hasMessageContaining("postgres, kafka, stand-ins, ingest, health, alert, renewal, console, company");
    }

    @Test
    void status_has_a_line_for_each_process() throws Exception {
        assertThat(run(Map.of(), "status")).isZero();
        assertThat(shown.toString(StandardCharsets.UTF_8).lines().skip(1))
                .hasSize(9)
                .allMatch(line -> line.contains("stopped"));
    }

    @Test
    void starting_without_a_demo_says_what_to_do() {
        assertThatThrownBy(() -> run(Map.of(), "start", "health")).hasMessageContaining("./bellwether demo");
    }

    @Test
    void a_folder_with_other_things_in_it_is_no_home_and_stays_as_it_is() throws Exception {
        Path letters = Files.createDirectories(folder.resolve("postgres")).resolve("letters.txt");
        Files.writeString(letters, "Dear Ann");
        for (String option : List.of("--empty", "--fresh")) {
            assertThatThrownBy(() -> run(Map.of(), "demo", option))
                    .isInstanceOf(CommandFailed.class)
                    .hasMessageStartingWith(folder + " is not empty")
                    .hasMessageContaining("set BELLWETHER_HOME to a folder that is new or empty");
        }
        assertThat(letters).hasContent("Dear Ann");
    }

    private int exitCode(String... words) {
        try {
            return run(Map.of(), words);
        } catch (CommandFailed e) {
            return e.exitCode();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private int run(Map<String, String> environment, String... words) throws Exception {
        Screen screen = new Screen(new PrintStream(shown, true, StandardCharsets.UTF_8), false);
        return Commands.run(new Session(new Home(folder, folder), environment, screen), List.of(words));
    }
}
