package dev.bellwether.alert.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.alert.testing.AnAccount;
import dev.bellwether.alert.wording.Line;
import dev.bellwether.alert.wording.Tone;
import dev.bellwether.alert.wording.Wording;
import dev.bellwether.alert.wording.Words;
import java.net.URI;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BlocksTest {

    private static final URI CONSOLE = URI.create("http://localhost:8080");

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @Test
    void a_message_says_who_what_why_and_where() {
        JsonNode message = Blocks.of(Words.of(AnAccount.named("Acme").latePayment("f1", 0), CONSOLE));

        assertThat(message.path("text").asText())
                .isEqualTo("Acme: an invoice is overdue (low) – Invoice inv-1 is 8 days past due.");
        assertThat(types(message)).containsExactly("header", "section", "section", "section", "actions");
        assertThat(message.toString())
                .contains("🔵 Acme: an invoice is overdue (low)")
                .contains("*Days past due*\\n8")
                .contains("*Overdue amount*\\nEUR 12,500.00")
                .contains("*Health*\\n42 of 100, yellow")
                .contains("*Owner*\\nann@example.com")
                .contains("http://localhost:8080/accounts/acc-");
    }

    @Test
    void what_a_customer_is_called_can_neither_mention_nor_link() {
        AnAccount evil = AnAccount.named("<!channel> & <@U123> <http://evil|click> A&B");

        String message = Blocks.of(Words.of(evil.latePayment("f1", 0), CONSOLE)).toString();

        assertThat(message)
                .contains("&lt;!channel&gt; &amp; &lt;@U123&gt; &lt;http://evil|click&gt; A&amp;B")
                .doesNotContain("<!channel>")
                .doesNotContain("<@U123>")
                .doesNotContain("<http");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void every_element_keeps_within_what_slack_takes(long seed) {
        JsonNode message = Blocks.of(monster(new Random(seed)));

        assertThat(message.toString().length()).isLessThan(13_000);
        assertThat(length(message.path("text"))).isLessThanOrEqualTo(4_000);
        for (JsonNode block : message.path("blocks")) {
            assertThat(length(block.path("text").path("text")))
                    .isLessThanOrEqualTo(block.path("type").asText().equals("header") ? 150 : 3_000);
            assertThat(block.path("fields").size()).isLessThanOrEqualTo(10);
            block.path("fields")
                    .forEach(field -> assertThat(length(field.path("text"))).isBetween(1, 2_000));
        }
        assertThat(message.toString()).doesNotContain("\uFFFD");
    }

    @Test
    void text_is_never_cut_within_an_escape_or_a_surrogate_pair() {
        for (int limit = 2; limit < 12; limit++) {
            String cut = SlackText.escaped("&&<😀😀>", limit);

            assertThat(cut.codePointCount(0, cut.length())).isLessThanOrEqualTo(limit);
            assertThat(cut.replaceAll("&(amp|lt|gt);", "")).doesNotContain("&");
            assertThat(cut.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF))
                    .isTrue();
        }
    }

    private static Wording monster(Random random) {
        return new Wording(
                text(random, 500),
                text(random, 300),
                text(random, 20_000),
                text(random, 300),
                Stream.generate(() -> line(random)).limit(2).toList(),
                Stream.generate(() -> line(random)).limit(random.nextInt(30)).toList(),
                URI.create("http://localhost:8080/accounts/" + "x".repeat(random.nextInt(4_000))),
                Tone.ALARMED);
    }

    private static Line line(Random random) {
        return new Line(text(random, 500), text(random, 3_000));
    }

    private static String text(Random random, int atMost) {
        int[] letters = {'a', '&', '<', '>', 0x1F600, 0x4E2D, '\n', '*'};
        StringBuilder text = new StringBuilder("x");
        IntStream.range(0, random.nextInt(atMost))
                .forEach(i -> text.appendCodePoint(letters[random.nextInt(letters.length)]));
        return text.toString();
    }

    private static int length(JsonNode text) {
        return text.asText().codePointCount(0, text.asText().length());
    }

    private static Stream<String> types(JsonNode message) {
        return Stream.iterate(0, i -> i + 1)
                .limit(message.path("blocks").size())
                .map(i -> message.path("blocks").path(i).path("type").asText());
    }
}
