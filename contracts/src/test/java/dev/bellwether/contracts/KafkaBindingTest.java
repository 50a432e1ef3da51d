package dev.bellwether.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.data.BytesCloudEventData;
import io.cloudevents.kafka.CloudEventDeserializer;
import io.cloudevents.kafka.CloudEventSerializer;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The wire form is the one of the CloudEvents project's own SDK. */
class KafkaBindingTest {

    static Stream<Event> events() {
        return Examples.all();
    }

    @ParameterizedTest
    @MethodSource("events")
    void the_sdk_reads_what_we_write(Event event) {
        Envelope envelope = Codec.write(event, "/test");
        Headers headers = new RecordHeaders();
        KafkaBinding.headers(envelope, (name, text) -> headers.add(name, text.getBytes(UTF_8)));

        CloudEvent read = new CloudEventDeserializer().deserialize("any", headers, envelope.data());

        assertThat(read.getId()).isEqualTo(event.id());
        assertThat(read.getSource()).isEqualTo(URI.create("/test"));
        assertThat(read.getType()).isEqualTo(EventType.of(event).typeName());
        assertThat(read.getSubject()).isEqualTo("acme");
        assertThat(Objects.requireNonNull(read.getTime()).toInstant()).isEqualTo(Examples.AT);
        assertThat(Objects.requireNonNull(read.getData()).toBytes()).isEqualTo(envelope.data());
    }

    @ParameterizedTest
    @MethodSource("events")
    void we_read_what_the_sdk_writes(Event event) {
        Envelope envelope = Codec.write(event, "/test");
        CloudEvent written = CloudEventBuilder.v1()
                .withId(event.id())
                .withSource(URI.create("/test"))
                .withType(envelope.type())
                .withSubject("acme")
                .withTime(Examples.AT.atOffset(ZoneOffset.ofHours(2)))
                .withData("application/json", BytesCloudEventData.wrap(envelope.data()))
                .build();
        Headers headers = new RecordHeaders();
        byte[] value = new CloudEventSerializer().serialize("any", headers, written);
        Map<String, String> texts = new HashMap<>();
        headers.forEach(header -> texts.put(header.key(), new String(header.value(), UTF_8)));

        var read = KafkaBinding.read(texts::get, "acme", Instant.EPOCH, value);

        assertThat(read).isInstanceOf(Reading.Understood.class);
        assertThat(Codec.read(((Reading.Understood<Envelope>) read).value()))
                .isEqualTo(new Reading.Understood<>(event));
    }

    @Test
    void the_key_is_the_account_and_may_not_differ_from_the_subject() {
        Map<String, String> headers = new HashMap<>();
        KafkaBinding.headers(Codec.write(Examples.all().findFirst().orElseThrow(), "/test"), headers::put);

        assertThat(KafkaBinding.read(headers::get, "other", Examples.AT, new byte[0]))
                .isEqualTo(Reading.refused("/key", "must equal the subject"));
        assertThat(KafkaBinding.read(headers::get, null, Examples.AT, new byte[0]))
                .isEqualTo(Reading.refused("/key", "is required: the account id"));
        headers.remove("ce_subject");
        assertThat(KafkaBinding.read(headers::get, "acme", Examples.AT, new byte[0]))
                .isInstanceOf(Reading.Understood.class);
    }

    @Test
    void what_is_not_utf_8_is_named_because_different_ids_would_look_the_same() {
        String broken = new String(new byte[] {'a', (byte) 0xff}, UTF_8);
        Map<String, String> headers = new HashMap<>();
        KafkaBinding.headers(Codec.write(Examples.all().findFirst().orElseThrow(), "/test"), headers::put);
        headers.put("ce_id", broken);
        headers.remove("ce_subject");

        assertThat(KafkaBinding.read(headers::get, broken, Examples.AT, new byte[0]))
                .isEqualTo(new Reading.Refused<Envelope>(List.of(
                        new Problem("/id", "must be UTF-8, and some of it is not"),
                        new Problem("/subject", "must be UTF-8, and some of it is not"))));
    }

    @Test
    void missing_attributes_are_all_named() {
        assertThat(KafkaBinding.read(name -> null, "acme", Examples.AT, new byte[0]))
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused -> assertThat(refused.problems().toString())
                                .contains("/specversion", "/id", "/source", "/type"));
    }
}
