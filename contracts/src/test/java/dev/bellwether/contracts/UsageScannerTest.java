package dev.bellwether.contracts;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageScannerTest {

    private static final List<String> PIECES = List.of(
            "\"userId\":\"ann\"",
            "\"userId\":\"bélà ✓\"",
            "\"userId\":\" \"",
            "\"userId\":null",
            "\"userId\":\"\\ud83d\\ude00\"",
            "\"userId\":7",
            "\"feature\":\"export\"",
            "\"feature\":\"a\\u0000b\"",
            "\"feature\":\"a\\tb\"",
            "\"quantity\":3",
            "\"quantity\":-2",
            "\"quantity\":1.25",
            "\"quantity\":1e3",
            "\"quantity\":9999999999999",
            "\"quantity\":\"3\"",
            "\"other\":{\"a\":[1,2.5,{\"b\":null}]}",
            "\"other\":[true,\"x\"]",
            "\"other\":1e999999999999",
            "\"other\":1e9999999999",
            "\"other\":12345678901234567890",
            "\"other\":-0.0",
            "\"other\":01",
            "\"other\":-",
            "\"other\":.5",
            "\"other\":1.",
            "\"other\":nul",
            "\"other\":nulls",
            "\"other\":[1,]",
            "\"other\":{\"a\":1,}",
            "\"other\":[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]",
            "\"other\":\"Zoë \\n \\/ \\\\ \\\" 日本\"",
            "\"other\":\"\\x\"",
            "\"us\\u0065rId\":\"eve\"",
            "\"other\":\"\\u00fc \\ud83d\"",
            "\"other\":\"\\u00g0\"",
            "\"other\":\"\\u00\"",
            " \"other\" :\t[ ] \r\n",
            "\"\":false",
            "\"other\":}",
            "\"unfinished");

    /** Bytes that make something else of JSON, or no JSON, or no UTF-8. */
    private static final byte[] SLIPS = {
        0, 1, '\t', ' ', '"', '\\', '{', '}', '[', ']', ',', ':', '-', '.', '0', '7', 'e', 'n', 'u', 0x7f, -1, -61, -88,
        -96
    };

    private final UsageScanner scanner =
            new UsageScanner((text, offset, length) -> key(new String(text, offset, length, US_ASCII)));

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void what_it_scans_is_what_the_codec_reads(long seed) {
        Random random = new Random(seed);
        int scanned = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] json = document(random).getBytes(UTF_8);
            for (int slips = random.nextInt(4) - 1; slips > 0; slips--) {
                json[random.nextInt(json.length)] = SLIPS[random.nextInt(SLIPS.length)];
            }
            if (scanner.scan(json)) {
                scanned++;
                assertIsWhatTheCodecReads(json);
            }
        }
        assertThat(scanned).isGreaterThan(500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"userId\":\"ann\",\"feature\":\"export\",\"plan\":{\"seats\":[3],\"trial\":false,\"until\":null}}",
                "{\"userId\":\"ann\",\"feature\":\"export\",\"city\":\"Zürich, Gen\\u00e8ve\",\"path\":\"C:\\\\a \\\"b\\\" \\/ c\\n\"}",
                "{\"took\":[-0.25,0,1764144000000],\"quantity\":1,\"userId\":\"ann\",\"feature\":\"export\"}",
                "\n{ \"userId\" : \"ann\",\r\n\t\"feature\" : \"export\", \"tags\" : [ ], \"more\" : { } }\n",
            })
    void what_is_usual_is_scanned(String document) {
        byte[] json = document.getBytes(UTF_8);
        assertThat(scanner.scan(json)).isTrue();
        assertThat(scanner.quantity()).isEqualTo(BigDecimal.ONE);
        assertIsWhatTheCodecReads(json);
    }

    private void assertIsWhatTheCodecReads(byte[] json) {
        String document = new String(json, UTF_8);
        Reading<Event> read = Codec.read(envelope(json));
        assertThat(read).as(document).isInstanceOf(Reading.Understood.class);
        UsageRecorded usage = (UsageRecorded) ((Reading.Understood<Event>) read).value();
        assertThat(scanner.user()).as(document).isEqualTo(key(usage.userId()));
        assertThat(scanner.feature()).as(document).isEqualTo(key(usage.feature()));
        assertThat(scanner.quantity()).as(document).isEqualByComparingTo(usage.quantity());
    }

    private static String document(Random random) {
        StringBuilder json = new StringBuilder("{\"plan\":\"free\"");
        if (random.nextBoolean()) {
            json.append(",\"userId\":\"bob\",\"feature\":\"import\"");
        }
        for (int pieces = random.nextInt(5); pieces > 0; pieces--) {
            json.append(',').append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return json.append(random.nextInt(20) == 0 ? "} {}" : "}").toString();
    }

    private static Envelope envelope(byte[] json) {
        return new Envelope("id", "/test", "bellwether.usage", "acme", Instant.EPOCH, json);
    }

    private static long key(String text) {
        return text.hashCode();
    }
}
