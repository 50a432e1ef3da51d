package dev.bellwether.ingest;

import static dev.bellwether.ingest.testing.TestSources.NEW_APP_KEY;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.ingest.testing.Address;
import dev.bellwether.ingest.testing.Page;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The commands of the pages on sending events and on CSV files, run as a reader would run them. */
@QuarkusTest
class CommandsTest {

    private static final Pattern DOOR = Pattern.compile("INGEST/v1/(events|schemas|group|batch|track|import)");

    private static final String INVOICES = """
            Customer,invoiceId,Total,currency,issuedOn,status
            acme,in-doc-1,12.50,EUR,2026-03-31,open
            """;

    @TempDir
    Path folder;

    static List<String> commands() {
        return Stream.of(Page.SENDING_EVENTS, Page.CSV_FILES)
                .flatMap(page -> page.blocks("sh").stream())
                .filter(block -> DOOR.matcher(block).find())
                .toList();
    }

    @Test
    void there_are_commands() {
        assertThat(commands()).hasSizeGreaterThanOrEqualTo(7);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void a_command_of_the_page_does_what_the_page_says(String command) throws IOException {
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", command).redirectErrorStream(true);
        shell.environment().put("INGEST", Address.of("").toString());
        shell.environment().put("WRITE_KEY", NEW_APP_KEY);
        Files.writeString(folder.resolve("invoices.csv"), INVOICES);
        shell.directory(folder.toFile());
        Process running = shell.start();
        running.getOutputStream().close();

        assertThat(new String(running.getInputStream().readAllBytes(), UTF_8))
                .containsPattern("HTTP/1.1 20[02]")
                .containsPattern("\"rejected\":\\[\\]|\"success\":true|\"state\":\"done\"|\\$schema");
    }
}
