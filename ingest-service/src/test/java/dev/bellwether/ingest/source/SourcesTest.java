package dev.bellwether.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.bellwether.ingest.Door;
import dev.bellwether.ingest.IngestSettings;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourcesTest {

    private static final String SOURCES = "bellwether.ingest.sources.";

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0} with {1}: {2}")
    @CsvSource({
        "SEGMENT, product-key, shop",
        "CLOUDEVENTS, product-key, shop",
        "IMPORT, product-key, shop",
        "WEBHOOK, product-key,",
        "SEGMENT, segment-key, web",
        "CLOUDEVENTS, segment-key,",
        "SEGMENT, whsec_1,",
        "SEGMENT, nobody's,",
        "SEGMENT, '',",
    })
    void a_key_opens_the_doors_of_its_kind(Door door, String key, String name) {
        Sources sources = sources(Map.of(
                "shop.write-keys", "product-key",
                "web.kind", "segment",
                "web.write-keys", "segment-key",
                "billing.kind", "stripe",
                "billing.secrets", "whsec_1"));
        Source source = sources.opening(door, key);
        assertThat(source == null ? null : source.name()).isEqualTo(name);
    }

    @Test
    void two_secrets_count_at_once_wherever_they_stand() throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "from-a-file\n");
        Source source = sources(Map.of(
                        "billing.kind", "stripe", "billing.secrets", "old", "billing.secret-files", file.toString()))
                .webhook("billing");
        assertThat(source.knows("old")).isTrue();
        assertThat(source.knows("from-a-file")).isTrue();
        assertThat(source.knows("from-a-file\n")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"nobody", "shop"})
    void a_name_without_a_webhook_has_a_secret_that_nobody_knows(String name) {
        Source stranger = sources(Map.of("shop.write-keys", "key")).webhook(name);
        assertThat(stranger.knows("key")).isFalse();
        assertThat(stranger.knows(null)).isFalse();
        assertThat(stranger.name()).isEqualTo(Admission.NOBODY);
    }

    @Test
    void only_pages_on_the_list_are_welcome() {
        Source source = sources(Map.of(
                        "billing.kind", "stripe",
                        "billing.secrets", "s",
                        "billing.cors-origins", "https://a.example,https://b.example"))
                .webhook("billing");
        assertThat(source.welcomes("https://b.example")).isTrue();
        assertThat(source.welcomes("https://b.example.evil.example")).isFalse();
        assertThat(source.welcomes(null)).isTrue();
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "shop.kind, product",
        "shop.write-keys, 'a,b,c'",
        "shop.secret-files, /does/not/exist",
        "shop.requests-per-second, 0",
    })
    void a_source_that_cannot_be_read_stops_the_start_by_its_name(String key, String value) {
        Map<String, String> settings = new HashMap<>(Map.of("shop.secrets", "a"));
        if (key.endsWith("kind")) {
            settings.clear();
        }
        settings.put(key, value);
        assertThatIllegalStateException().isThrownBy(() -> sources(settings)).withMessageContaining("'shop'");
    }

    @Test
    void two_sources_of_one_key_stop_the_start_by_their_names() {
        assertThatIllegalStateException()
                .isThrownBy(() -> sources(
                        Map.of("shop.write-keys", "new,shared", "files.kind", "csv", "files.write-keys", "shared")))
                .withMessageContainingAll("'shop'", "'files'", "import")
                .withMessageNotContaining("shared'");
    }

    @Test
    void one_key_may_serve_sources_that_share_no_door_or_are_told_apart_by_their_paths() {
        Sources sources = sources(Map.of(
                "web.kind",
                "segment",
                "web.write-keys",
                "one",
                "files.kind",
                "csv",
                "files.write-keys",
                "one",
                "crm.kind",
                "hubspot",
                "crm.secrets",
                "one",
                "crm2.kind",
                "hubspot",
                "crm2.secrets",
                "one"));
        assertThat(sources.opening(Door.SEGMENT, "one"))
                .extracting(Source::name)
                .isEqualTo("web");
        assertThat(sources.opening(Door.IMPORT, "one")).extracting(Source::name).isEqualTo("files");
        assertThat(sources.webhook("crm2").name()).isEqualTo("crm2");
    }

    @Test
    void the_name_of_nobody_is_no_name_of_a_source() {
        assertThatIllegalStateException()
                .isThrownBy(() -> sources(Map.of("unknown.write-keys", "a")))
                .withMessageContaining("'unknown'");
    }

    @Test
    void no_secret_is_printed() {
        assertThat(sources(Map.of("b.kind", "stripe", "b.secrets", "whsec_1")).webhook("b"))
                .asString()
                .doesNotContain("whsec_1");
    }

    private static Sources sources(Map<String, String> settings) {
        Map<String, String> config = new HashMap<>();
        settings.forEach((key, value) -> config.put(SOURCES + key, value));
        return new Sources(new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(IngestSettings.class)
                .withSources(new PropertiesConfigSource(config, "test", 500))
                .build()
                .getConfigMapping(IngestSettings.class));
    }
}
