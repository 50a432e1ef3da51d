package dev.bellwether.ingest.cloudevents.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.contracts.Envelope;
import dev.bellwether.contracts.Problem;
import dev.bellwether.contracts.Reading;
import dev.bellwether.ingest.verdict.Verdict;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeTest {

    private static final Judge JUDGE = new Judge(Instant.parse("2026-01-01T00:00:00Z"), 32_768);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'my_ext':'x'          | /my_ext",
                "'Bad Name':'x'        | /Bad Name",
                "'Vendor':'x'          | /Vendor",
                "'':'x'                | /",
                "'a/b':'x'             | /a~1b",
                "'vendor':'a\\ud800' | /vendor",
                "'source':'not a uri'  | /source",
                "'source':'/a%%'       | /source",
                "'id':'a\\ud800'     | /id",
                "'subject':'\\udbff' | /subject"
            })
    void what_a_reader_of_the_topic_would_stumble_over_is_refused_and_named(String attribute, String pointer) {
        assertThat(judged(attribute))
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        refused -> assertThat(((Verdict.Refused<?>) refused).problems())
                                .extracting(Problem::pointer)
                                .containsExactly(pointer));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'traceparent':'00-0af7'",
                "'x1':true",
                "'dataschema':'https://example.com/s'",
                "'source':'/billing'",
                "'source':'urn:example:7'",
                "'source':'https://example.com/a?b=c'",
                "'source':'shop'",
                "'source':'/caf\u00e9'"
            })
    void what_the_specification_allows_is_taken(String attribute) {
        assertThat(judged(attribute)).isInstanceOf(Verdict.Accepted.class);
    }

    private static Verdict<Envelope> judged(String attribute) {
        String event = "{'specversion':'1.0','id':'1','source':'/s','type':'bellwether.pulse','subject':'acme',"
                + "'data':{'score':3}," + attribute + "}";
        byte[] body = event.replace('\'', '"').getBytes(UTF_8);
        if (StructuredReader.read(body, Mode.STRUCTURED)
                instanceof
                Reading.Understood<StructuredReader.Events>(StructuredReader.Events(List<Candidate> list, var batch))) {
            return JUDGE.judge(list.getFirst());
        }
        throw new AssertionError("not read: " + event);
    }
}
