package dev.bellwether.ingest.segment.call;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.contracts.Reading;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallScannerTest {

    private static final Vocabulary VOCABULARY = new Vocabulary(
            Optional.of("workspace"), Optional.of("count"), Optional.of("name"), "{name}", "{name}", List.of());
    private static final PayloadReader READER = new PayloadReader(VOCABULARY);

    private static final String USUAL = "{'type':'track','event':'Report exported','userId':'u1','messageId':'m-1',"
            + "'timestamp':'2026-01-15T12:00:00.000Z','properties':{'rows':[1,2.50,{'a':null}],'count':3,'name':'n'},"
            + "'context':{'groupId':'acme','library':{'name':'x'},'page':{'title':'Zürich \\u00e9 \\/ü'}},'traits':null}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                USUAL,
                "{'batch':[" + USUAL + "," + USUAL
                        + "],'sentAt':'2026-01-15T12:00:00Z','writeKey':'k','context':{'groupId':12}}",
                " { 'batch' : [ ] , 'batch' : [ { } ] , 'writeKey' : 'k' , 'event' : -1.50 } ",
                "{'groupId':'a','groupId':'','writeKey':1,'writeKey':'','properties':{'groupId':'x','$groups':'y'}}",
                "{'context':7,'properties':'no','traits':[],'batch':{},'integrations':{}}",
            })
    void a_usual_body_is_read_the_short_way_and_as_the_parser_reads_it(String body) {
        assertThat(scanned(json(body))).isEqualTo(read(json(body)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{'event':'a\\u0041'}",
                "{'event':'Zürich'}",
                "{'event':true}",
                "{'event':['a']}",
                "{'event':1e3}",
                "{'traits':{'a':1}}",
                "{'batch':[1]}",
                "{'batch':[{},]}",
                "{'batch':[{}}",
                "{'even\\u0074':'a'}",
                "{'event':'a'} {}",
                "{'event':'a',}",
                "{'event' 'a'}",
                "{'properties':{'count':01}}",
                "{'a':[[[[[[[[[[1]]]]]]]]]]}",
            })
    void whatever_is_unusual_is_left_to_the_parser(String body) {
        assertThat(scanned(json(body))).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {49_000, 50_000, 50_001, 60_000})
    void a_name_that_is_too_long_for_the_parser_is_not_read_the_short_way(int length) {
        String name = "n".repeat(length);
        for (String body :
                List.of("{'%s':1}", "{'a':{'%s':1}}", "{'properties':{'%s':1}}", "{'context':{'a':{'%s':1}}}")) {
            requireSame(json(body.formatted(name)));
        }
    }

    @Test
    void what_is_no_utf_8_is_left_to_the_parser_however_far_away_it_is() {
        byte[] body = json("{'a':'" + "ü\uD83D\uDE00".repeat(3_000) + "'}");
        assertThat(scanned(body)).isEqualTo(read(body));

        body[body.length - 4] = '.';
        assertThat(scanned(body)).isNull();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void what_is_read_the_short_way_is_what_the_parser_reads(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            String calls = IntStream.range(0, random.nextInt(3))
                    .mapToObj(at -> random.nextInt(4) == 0 ? OddCalls.any(random) : USUAL)
                    .collect(Collectors.joining(","));
            byte[] body = json("{'batch':[" + calls + "],'x':" + OddCalls.any(random) + "}");
            requireSame(body);
            requireSame(damaged(body, random));
        }
    }

    private static byte[] damaged(byte[] body, Random random) {
        byte[] damaged = body.clone();
        byte[] odd = "\"\\{}[]:,0 -.etn\u00ff\u00c3\n\u0000".getBytes(ISO_8859_1);
        for (int i = random.nextInt(3); i >= 0; i--) {
            damaged[random.nextInt(damaged.length)] = odd[random.nextInt(odd.length)];
        }
        return damaged;
    }

    private static void requireSame(byte[] body) {
        Payload scanned = scanned(body);
        if (scanned != null) {
            assertThat(scanned).as(new String(body, UTF_8)).isEqualTo(read(body));
        }
    }

    private static @Nullable Payload scanned(byte[] body) {
        return new CallScanner(body, new CallNames(VOCABULARY.properties())).scan();
    }

    private static @Nullable Payload read(byte[] body) {
        return READER.readAny(body) instanceof Reading.Understood<Payload>(Payload payload) ? payload : null;
    }

    private static byte[] json(String text) {
        return text.replace('\'', '"').getBytes(UTF_8);
    }
}
