package dev.bellwether.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
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
            "\"other\":}",
            "\"unfinished");

    private final UsageScanner scanner =
            new UsageScanner((text, offset, length) -> key(new String(text, offset, length)));

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void what_it_scans_is_what_the_codec_reads(long seed) {
        Random random = new Random(seed);
        int scanned = 0;
        for (int i = 0; i < 20_000; i++) {
            String json = document(random);
            Reading<Event> read = Codec.read(envelope(json));
            if (scanner.scan(json.getBytes(UTF_8))) {
                scanned++;
                assertThat(read).as(json).isInstanceOf(Reading.Understood.class);
                UsageRecorded usage = (UsageRecorded) ((Reading.Understood<Event>) read).value();
                assertThat(scanner.user()).as(json).isEqualTo(key(usage.userId()));
                assertThat(scanner.feature()).as(json).isEqualTo(key(usage.feature()));
                assertThat(scanner.quantity()).as(json).isEqualByComparingTo(usage.quantity());
            }
        }
        assertThat(scanned).isGreaterThan(500);
    }

    @Test
    void the_usual_document_is_scanned() {
        assertThat(scanner.scan("{\"userId\":\"ann\",\"feature\":\"export\",\"plan\":{\"seats\":[3]}}".getBytes(UTF_8)))
                .isTrue();
        assertThat(scanner.quantity()).isEqualTo(BigDecimal.ONE);
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

    private static Envelope envelope(String json) {
        return new Envelope("id", "/test", "bellwether.usage", "acme", Instant.EPOCH, json.getBytes(UTF_8));
    }

    private static long key(String text) {
        return text.hashCode();
    }
}
