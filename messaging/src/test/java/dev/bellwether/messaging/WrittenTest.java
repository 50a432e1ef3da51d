package dev.bellwether.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class WrittenTest {

    private static final int MORE_THAN_ARE_KEPT = 3_000;

    @Test
    void what_recurs_is_made_once() {
        assertThat(recurring("ce_type", "bellwether.usage")).isSameAs(recurring("ce_type", "bellwether.usage"));
    }

    @Test
    void what_does_not_is_made_each_time() {
        RecordHeaders headers = new RecordHeaders();
        new Written(headers).own("ce_id", "1");
        new Written(headers).own("ce_id", "1");

        assertThat(headers.toArray()[0]).isNotSameAs(headers.toArray()[1]);
    }

    @Test
    void one_value_under_two_names_is_two_headers() {
        Header source = recurring("ce_source", "/segment/web");
        Header other = recurring("ce_other", "/segment/web");

        assertThat(source.key()).isEqualTo("ce_source");
        assertThat(other.key()).isEqualTo("ce_other");
        assertThat(recurring("ce_source", "/segment/web")).isSameAs(source);
        assertThat(recurring("ce_other", "/segment/web")).isSameAs(other);
    }

    @Test
    void whoever_names_a_source_for_each_event_takes_the_place_of_others_for_a_while_only() {
        Header first = recurring("ce_source", "/device/0");
        for (int i = 1; i < MORE_THAN_ARE_KEPT; i++) {
            Header header = recurring("ce_source", "/device/" + i);
            assertThat(new String(header.value(), UTF_8)).isEqualTo("/device/" + i);
        }

        Header late = recurring("ce_source", "/comes-late");
        assertThat(recurring("ce_source", "/comes-late")).isSameAs(late);
        assertThat(recurring("ce_source", "/device/0")).as("was forgotten").isNotSameAs(first);
    }

    private static Header recurring(String name, String value) {
        RecordHeaders headers = new RecordHeaders();
        new Written(headers).recurring(name, value);
        return headers.lastHeader(name);
    }
}
