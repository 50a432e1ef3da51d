package dev.bellwether.ingest;

import static dev.bellwether.ingest.testing.TestSources.NEW_APP_KEY;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.ingest.testing.Address;
import dev.bellwether.ingest.testing.Log;
import dev.bellwether.ingest.testing.Page;
import dev.bellwether.local.home.Home;
import dev.bellwether.local.settings.LocalJson;
import dev.bellwether.messaging.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the pages that begin with {@code ./bellwether}, with this ingest as that of the local run. */
@QuarkusTest
class PageCommandsTest {

    private static final Pattern SAMPLE = Pattern.compile("-d '(.*?)'\n", Pattern.DOTALL);
    private static final Pattern OPTIONS =
            Pattern.compile("read with `(--[^`]*)`:\n\n```csv\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    /** What finds a JDK and builds what is not built is tested elsewhere. */
    @BeforeEach
    void a_local_run() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Path bellwether = Files.writeString(folder.resolve("bellwether"), """
                #!/bin/sh
                exec "%s" -cp "%s" -Dbellwether.checkout=. dev.bellwether.local.Bellwether "$@"
                """.formatted(
                        java, System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))));
        assertThat(bellwether.toFile().setExecutable(true)).isTrue();
        new LocalJson(
                        new LocalJson.Urls("", Address.of("").toString(), "", "", "", "", ""),
                        "",
                        "",
                        NEW_APP_KEY,
                        new LocalJson.TokenSet("", "", Tokens.bearer("otto@example.com", "ops"), Map.of()),
                        "")
                .write(new Home(folder.resolve(".bellwether"), folder));
    }

    @Test
    void a_file_is_imported() throws Exception {
        Files.writeString(folder.resolve("invoices.csv"), """
                Customer,invoiceId,Total,currency,issuedOn,status
                acme,in-page-1,12.50,EUR,2026-03-31,open
                """);

        assertThat(run(command("import"))).contains("rows 1, published 1, refused 0");

        assertThat(Log.invoice("in-page-1").amount()).isEqualTo(1250);
    }

    @Test
    void the_export_of_a_spreadsheet_is_imported() throws Exception {
        MatchResult example =
                OPTIONS.matcher(Page.CSV_FILES.text()).results().findFirst().orElseThrow();
        Files.writeString(folder.resolve("invoices.csv"), example.group(2));

        assertThat(run("./bellwether import invoices invoices.csv " + example.group(1)))
                .contains("rows 1, published 1, refused 0");

        assertThat(Log.invoice("in-2").amount()).isEqualTo(123450);
    }

    @Test
    void a_mapping_is_tried() throws Exception {
        Files.writeString(folder.resolve("erp.yaml"), block("yaml", "rules:"));
        Files.writeString(
                folder.resolve("sample.json"),
                SAMPLE.matcher(block("sh", "webhooks/erp"))
                        .results()
                        .findFirst()
                        .orElseThrow()
                        .group(1));

        assertThat(run(command("map"))).contains("bellwether.invoice", "a0X1").contains("\"rejected\" : [ ]");
    }

    /** The one of the pages that begins so. */
    private static String command(String name) {
        return List.of(Page.CSV_FILES, Page.WEBHOOKS).stream()
                .flatMap(page -> page.blocks("sh").stream())
                .filter(block -> block.startsWith("./bellwether " + name + " "))
                .findFirst()
                .orElseThrow();
    }

    private static String block(String language, String containing) {
        return Page.WEBHOOKS.blocks(language).stream()
                .filter(block -> block.contains(containing))
                .findFirst()
                .orElseThrow();
    }

    private String run(String command) throws Exception {
        Process shell = new ProcessBuilder("sh", "-c", command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        shell.getOutputStream().close();
        String said = new String(shell.getInputStream().readAllBytes(), UTF_8);
        assertThat(shell.waitFor()).as(said).isZero();
        return said;
    }
}
