package dev.bellwether.ingest.cloudevents.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModeTest {

    @ParameterizedTest
    @CsvSource({
        "application/cloudevents+json,                     STRUCTURED",
        "APPLICATION/CloudEvents+JSON; charset=UTF-8,      STRUCTURED",
        "application/cloudevents-batch+json;charset=utf-8, BATCHED",
        "application/json,                                 BY_BODY",
        "application/cloudevents+avro,                     UNSUPPORTED",
        "application/cloudevents-batch+xml,                UNSUPPORTED",
        "application/json; charset=utf-16,                 UNSUPPORTED",
        "text/plain,                                       UNSUPPORTED"
    })
    void without_ce_headers_the_content_type_decides(String contentType, Mode mode) {
        assertThat(Mode.of(contentType, Map.of("accept", "*/*"))).isEqualTo(mode);
    }

    @ParameterizedTest
    @CsvSource({"application/json,BINARY", "text/plain,BINARY", "application/cloudevents+json,STRUCTURED"})
    void with_ce_headers_only_a_cloudevents_type_is_not_binary(String contentType, Mode mode) {
        assertThat(Mode.of(contentType, Map.of("ce-id", "1"))).isEqualTo(mode);
    }

    @Test
    void a_binary_event_needs_no_content_type() {
        assertThat(Mode.of(null, Map.of("ce-specversion", "1.0"))).isEqualTo(Mode.BINARY);
    }
}
