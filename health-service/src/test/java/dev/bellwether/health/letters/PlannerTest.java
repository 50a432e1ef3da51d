package dev.bellwether.health.letters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.contracts.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class PlannerTest {

    private static final Instant THEN = Instant.parse("2026-03-31T12:00:00Z");
    private static final Instant NOW = THEN.plus(Duration.ofDays(1));

    private final Planner planner = new Planner(new DoorEvents(Duration.ofMinutes(10)));

    @Test
    void a_record_goes_back_as_it_came_without_what_was_noted_of_its_refusal() {
        ProducerRecord<String, byte[]> record = sent(ALetter.of("not JSON")
                .with("ce_type", "bellwether.usage")
                .with("ce_time", "2026-03-31T11:00:00Z")
                .with("trace", "t-1")
                .with("bellwether-reason", "is not JSON")
                .fromTopic("usage-events"));

        assertThat(record.topic()).isEqualTo("usage-events");
        assertThat(record.partition()).isNull();
        assertThat(record.key()).isEqualTo("acme");
        assertThat(record.value()).isEqualTo("not JSON".getBytes(UTF_8));
        assertThat(StreamSupport.stream(record.headers().spliterator(), false).map(header -> header.key()))
                .containsExactly("ce_type", "ce_time", "trace");
    }

    @Test
    void an_event_without_a_time_keeps_the_time_at_which_it_had_arrived() {
        ProducerRecord<String, byte[]> told = sent(ALetter.of("{}")
                .with("ce_specversion", "1.0")
                .with("bellwether-origin-time", "2026-03-31T09:00:00Z")
                .fromTopic("usage-events"));
        ProducerRecord<String, byte[]> untold =
                sent(ALetter.of("{}").with("ce_specversion", "1.0").fromTopic("usage-events"));

        assertThat(told.headers().lastHeader("ce_time").value()).isEqualTo("2026-03-31T09:00:00Z".getBytes(UTF_8));
        assertThat(untold.headers().lastHeader("ce_time").value())
                .isEqualTo(THEN.toString().getBytes(UTF_8));
    }

    @Test
    void an_event_on_the_wrong_topic_goes_to_that_of_its_type() {
        assertThat(sent(ALetter.of("{}").with("ce_type", "bellwether.ticket").fromTopic("usage-events")))
                .extracting(ProducerRecord::topic)
                .isEqualTo("support-events");
    }

    @Test
    void a_record_without_value_or_key_goes_back_without_them() {
        Letter letter =
                new ALetter(null, null, ALetter.of("").fromTopic("usage-events").headers()).at(THEN);

        assertThat(planner.plan(letter, NOW)).isInstanceOfSatisfying(Plan.Send.class, send -> {
            assertThat(send.record().key()).isNull();
            assertThat(send.record().value()).isNull();
        });
    }

    @Test
    void what_was_shortened_is_never_sent() {
        assertHopeless(
                ALetter.of("begin").with("bellwether-shortened-from", "9000").fromTopic("usage-events"),
                "first 5 of its 9000 bytes");
    }

    @Test
    void only_our_own_topics_are_sent_to() {
        assertHopeless(ALetter.of("{}").fromTopic("dead-letters"), "no topic of ours");
        assertHopeless(ALetter.of("{}").fromTopic("payroll"), "payroll");
        assertHopeless(ALetter.of("{}"), "does not say");
        assertHopeless(
                ALetter.of("{}").with("bellwether-origin-topic", "usage-events").with("bellwether-origin-offset", "x"),
                "does not say");
    }

    @Test
    void a_segment_call_is_left_to_its_door() {
        assertHopeless(ALetter.of("{}").fromDoor("segment"), "send it to ingest-service again");
    }

    @Test
    void an_event_of_the_door_is_sent_as_the_door_would_have() {
        ProducerRecord<String, byte[]> record = sent(door("""
                {"specversion":"1.0","id":"e-1","source":"/shop","type":"bellwether.usage","subject":"acme",
                 "time":"2026-03-31T11:00:00Z","data":{"userId":"ann","feature":"export","quantity":1.10}}"""));

        assertThat(record.topic()).isEqualTo("usage-events");
        assertThat(record.key()).isEqualTo("acme");
        assertThat(new String(record.value(), UTF_8))
                .isEqualTo("{\"userId\":\"ann\",\"feature\":\"export\",\"quantity\":1.10}");
        assertThat(record.headers().lastHeader("ce_id").value()).isEqualTo("e-1".getBytes(UTF_8));
    }

    @Test
    void an_event_of_the_door_in_binary_mode_is_understood_and_dated_by_its_arrival() {
        String data = Base64.getEncoder().encodeToString("{\"userId\":\"ann\",\"feature\":\"x\"}".getBytes(UTF_8));
        ProducerRecord<String, byte[]> record = sent(door("""
                {"specversion":"1.0","id":"e-1","source":"/shop","type":"bellwether.usage","subject":"acme",
                 "data_base64":"%s"}""".formatted(data)));

        assertThat(record.value()).isEqualTo("{\"userId\":\"ann\",\"feature\":\"x\"}".getBytes(UTF_8));
        assertThat(record.headers().lastHeader("ce_time").value())
                .isEqualTo(THEN.toString().getBytes(UTF_8));
    }

    @Test
    void an_event_of_the_door_that_is_still_wrong_is_told_every_problem() {
        assertInvalid(
                "{\"specversion\":\"1.0\",\"id\":\"e\",\"source\":\"/s\",\"type\":\"bellwether.invoice\","
                        + "\"subject\":\"acme\",\"data\":{\"amount\":\"ten\",\"dueOn\":\"soon\"}}",
                "/data/invoiceId",
                "/data/amount",
                "/data/dueOn");
        assertInvalid("{\"specversion\":\"1.0\",\"id\":\"e\",\"data\":{}}", "/source", "/type", "/subject");
        assertInvalid(
                "{\"specversion\":\"1.0\",\"id\":\"e\",\"source\":\"/s\",\"type\":\"bellwether.flag-raised\","
                        + "\"subject\":\"acme\",\"data\":{}}",
                "/type");
        assertInvalid(
                "{\"specversion\":\"1.0\",\"id\":\"e\",\"source\":\"/s\",\"type\":\"bellwether.usage\","
                        + "\"subject\":\"acme\",\"time\":\"2026-04-02T12:00:00Z\",\"data\":{\"userId\":\"a\",\"feature\":\"b\"}}",
                "/time");
        assertInvalid(
                "{\"specversion\":\"1.0\",\"id\":\"e\",\"source\":\"/s\",\"type\":\"bellwether.usage\","
                        + "\"subject\":\"acme\"}",
                "/data");
        assertInvalid(
                "{\"specversion\":\"1.0\",\"datacontenttype\":\"text/xml\",\"data\":\"<a/>\"}", "/datacontenttype");
        assertInvalid("{\"specversion\":\"1.0\",\"data\":{},\"data_base64\":\"e30=\"}", "/data_base64");
        assertInvalid("{\"specversion\":\"1.0\",\"data_base64\":17}", "/data_base64");
        assertInvalid("{\"specversion\":[1]}", "/specversion");
        assertInvalid("[]", "");
        assertInvalid("{\"a\"", "");
    }

    private ProducerRecord<String, byte[]> sent(ALetter letter) {
        Plan plan = planner.plan(letter.at(THEN), NOW);
        assertThat(plan).isInstanceOf(Plan.Send.class);
        return ((Plan.Send) plan).record();
    }

    private void assertHopeless(ALetter letter, String advice) {
        assertThat(planner.plan(letter.at(THEN), NOW)).isInstanceOfSatisfying(Plan.Hopeless.class, hopeless -> {
            assertThat(hopeless.advice()).contains(advice);
        });
    }

    private void assertInvalid(String body, String... pointers) {
        assertThat(planner.plan(door(body).at(THEN), NOW))
                .isInstanceOfSatisfying(
                        Plan.Invalid.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(Problem::pointer)
                                .containsExactlyInAnyOrder(pointers));
    }

    private static ALetter door(String body) {
        return ALetter.of(body).fromDoor("cloudevents");
    }
}
