package dev.bellwether.ingest.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.bellwether.contracts.EventType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The document for those who read and write Kafka directly says what is said there. */
class AsyncApiTest {

    private static final Path SPECIFICATION = Path.of("src", "test", "resources", "asyncapi", "3.0.0.json");
    private static final Path GOLDEN = Path.of("..", "contracts", "src", "test", "resources", "golden");
    private static final JsonNode DOCUMENT = document();

    @Test
    void it_is_a_document_of_asyncapi() throws IOException {
        assertThat(problems(SpecificationVersion.DRAFT_7, Files.readString(SPECIFICATION), DOCUMENT.toString()))
                .isEmpty();
    }

    @Test
    void it_has_no_reference_that_leads_nowhere() {
        assertThat(DOCUMENT.findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(ref -> assertThat(DOCUMENT.at(ref.substring(1)).isMissingNode())
                        .as(ref)
                        .isFalse());
    }

    @ParameterizedTest
    @EnumSource
    void it_has_every_type_on_its_topic_with_a_schema_that_takes_its_golden_file_and_its_examples(EventType type)
            throws IOException {
        List<JsonNode> messages = messages(type.topic().topicName())
                .filter(message -> message.path("name").asText().equals(type.typeName()))
                .toList();

        assertThat(messages).hasSize(1);
        JsonNode message = messages.getFirst();
        List<String> samples = new ArrayList<>(List.of(Files.readString(GOLDEN.resolve(type.typeName() + ".json"))));
        message.path("examples")
                .forEach(example -> samples.add(example.path("payload").toString()));
        assertThat(samples)
                .hasSizeGreaterThan(1)
                .allSatisfy(sample -> assertThat(problems(SpecificationVersion.DRAFT_2020_12, payload(message), sample))
                        .isEmpty());
    }

    private static Stream<JsonNode> messages(String topic) {
        return DOCUMENT.path("channels")
                .valueStream()
                .filter(channel -> channel.path("address").asText().equals(topic))
                .flatMap(channel -> channel.path("messages").valueStream())
                .map(message -> DOCUMENT.at(message.path("$ref").asText().substring(1)));
    }

    /** The schema of a message's data, with what it refers to. */
    private static String payload(JsonNode message) {
        ObjectNode schema = message.path("payload").deepCopy();
        schema.set("components", DOCUMENT.path("components"));
        return schema.toString();
    }

    private static List<Error> problems(SpecificationVersion version, String schema, String json) {
        return SchemaRegistry.withDefaultDialect(version)
                .getSchema(schema)
                .validate(
                        json,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    private static JsonNode document() {
        try {
            return new YAMLMapper()
                    .readTree(Path.of("..", "docs", "asyncapi.yaml").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
