package dev.bellwether.ingest.cloudevents.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.contracts.Reading;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BinaryReaderTest {

    @Test
    void what_is_refused_can_be_sent_again_as_a_structured_event() {
        byte[] data = "{\"no\":1}".getBytes(UTF_8);
        Candidate binary =
                BinaryReader.read(Map.of("ce-id", "1", "ce-type", "t", "accept", "x"), "application/json", data);

        var again = StructuredReader.read(binary.original().get(), Mode.STRUCTURED);

        assertThat(again).isInstanceOfSatisfying(Reading.Understood.class, understood -> {
            Candidate candidate =
                    ((StructuredReader.Events) understood.value()).list().getFirst();
            assertThat(candidate.attributes())
                    .containsExactlyInAnyOrderEntriesOf(
                            Map.of("id", "1", "type", "t", "datacontenttype", "application/json"));
            assertThat(candidate.data()).isEqualTo(data);
        });
    }

    @Test
    void a_header_that_is_no_text_is_named() {
        Candidate candidate = BinaryReader.read(Map.of("ce-subject", "%C0%A0"), null, new byte[0]);

        assertThat(candidate.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.pointer()).isEqualTo("/subject"));
    }
}
