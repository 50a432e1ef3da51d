package dev.bellwether.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.local.home.Home;
import dev.bellwether.local.home.Port;
import dev.bellwether.local.home.Ports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetupTest {

    @TempDir
    Path folder;

    @Test
    void local_json_holds_what_scripts_need() throws Exception {
        Home home = new Home(folder, folder);
        Setup.of(home, Ports.of(Map.of("BELLWETHER_PORT_HEALTH", "9082")));
        JsonNode local = new ObjectMapper().readTree(home.localJson().toFile());
        assertThat(local.fieldNames())
                .toIterable()
                .containsExactly("urls", "kafka", "postgres", "writeKey", "tokens", "password");
        assertThat(local.path("urls").fieldNames())
                .toIterable()
                .containsExactly("console", "ingest", "health", "alert", "renewal", "slackStub", "mailStub");
        assertThat(local.path("urls").path("health").asText()).isEqualTo("http://localhost:9082");
        assertThat(local.path("tokens").path("csm").fieldNames())
                .toIterable()
                .hasSize(4)
                .allMatch(email -> email.endsWith("@lumenwork.example.com"));
        assertThat(local.path("postgres").asText()).startsWith("jdbc:postgresql://localhost:15432/bellwether?user=");
        assertThat(Ports.saved(home, Map.of()).url(Port.HEALTH)).isEqualTo("http://localhost:9082");
    }

    @Test
    void every_file_with_a_secret_is_readable_by_its_owner_only() throws Exception {
        Home home = new Home(folder, folder);
        Setup.of(home, Ports.of(Map.of()));
        try (Stream<Path> files = Stream.concat(Files.list(home.config()), Stream.of(home.localJson()))) {
            assertThat(files)
                    .hasSizeGreaterThan(8)
                    .allSatisfy(file -> assertThat(Files.getPosixFilePermissions(file))
                            .isEqualTo(PosixFilePermissions.fromString("rw-------")));
        }
    }

    @Test
    void each_service_is_given_its_own_key_and_database_password() throws Exception {
        Home home = new Home(folder, folder);
        Setup setup = Setup.of(home, Ports.of(Map.of()));
        String ingest = Files.readString(home.settings("ingest"));
        String health = Files.readString(home.settings("health"));
        assertThat(ingest).contains("write-keys=" + setup.credentials().writeKey());
        assertThat(health)
                .contains("bellwether.database.address=localhost:15432")
                .contains("bellwether.auth.public-key=file:")
                .doesNotContain(setup.credentials().writeKey());
        assertThat(password(ingest)).isNotEqualTo(password(health));
        assertThat(Files.readString(home.settings("console"))).doesNotContain("bellwether.database");
    }

    @Test
    void forgetting_a_run_takes_what_it_made_and_nothing_else() throws Exception {
        Home home = new Home(folder, folder);
        assertThat(home.mayBeUsed()).isTrue();
        Setup.of(home, Ports.of(Map.of()));
        Files.createDirectories(home.kafka().resolve("usage-events-0"));
        Files.createDirectories(home.log("health").getParent());
        Files.writeString(folder.resolve("notes.txt"), "mine");
        assertThat(home.mayBeUsed()).isTrue();

        home.clear();

        assertThat(folder).isDirectoryNotContaining(file -> !file.endsWith("notes.txt"));
        assertThat(home.mayBeUsed()).isFalse();
    }

    private static String password(String settings) {
        return settings.lines()
                .filter(line -> line.startsWith("bellwether.database.password="))
                .findFirst()
                .orElseThrow();
    }
}
