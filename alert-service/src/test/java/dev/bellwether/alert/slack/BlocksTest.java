package dev.bellwether.alert.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.alert.message.Recipient;
import dev.bellwether.alert.testing.AnAccount;
import dev.bellwether.alert.testing.Messages;
import dev.bellwether.alert.testing.SlackLimits;
import dev.bellwether.alert.wording.Bulletin;
import dev.bellwether.alert.wording.Line;
import dev.bellwether.alert.wording.Part;
import dev.bellwether.alert.wording.Story;
import dev.bellwether.alert.wording.Tone;
import dev.bellwether.alert.wording.Words;
import java.net.URI;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
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
        JsonNode message = told(AnAccount.named("Acme"), true);

        assertThat(message.path("text").asText())
                .isEqualTo("Acme: an invoice is overdue (low) – Invoice inv-1 is 8 days past due.");
        assertThat(types(message))
                .containsExactly("header", "section", "section", "section", "section", "actions", "actions");
        assertThat(message.toString())
                .contains("🔵 Acme: an invoice is overdue (low)")
                .contains("*Days past due*\\n8")
                .contains("*Overdue amount*\\nEUR 12,500.00")
                .contains("*Health*\\n42 of 100, yellow")
                .contains("*Owner*\\nann@example.com")
                .contains("Acknowledge", "Snooze", "Useful", "Knew it", "False alarm")
                .contains("http://localhost:8080/accounts/acc-");
    }

    @Test
    void without_a_way_back_there_are_no_buttons_that_do_something() {
        assertThat(told(AnAccount.named("Acme"), false).toString())
                .contains("Open the account")
                .doesNotContain("Acknowledge");
    }

    @Test
    void what_a_customer_is_called_can_neither_mention_nor_link() {
        AnAccount evil = AnAccount.named("<!channel> & <@U123> <http://evil|click> A&B");

        assertThat(told(evil, true).toString())
                .contains("&lt;!channel&gt; &amp; &lt;@U123&gt; &lt;http://evil|click&gt; A&amp;B")
                .doesNotContain("<!channel>")
                .doesNotContain("<@U123>")
                .doesNotContain("<http");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatever_is_told_slack_takes_it(long seed) {
        Random random = new Random(seed);
        Story story = aStory(random);
        Bulletin bulletin = aBulletin(random);

        for (SlackMessage message :
                List.of(StoryBlocks.of(story, true), StoryBlocks.answer(story), BulletinBlocks.of(bulletin))) {
            assertThat(SlackLimits.broken(message.json())).isEmpty();
            assertThat(message.json().toString()).doesNotContain("\uFFFD");
        }
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

    private static JsonNode told(AnAccount account, boolean buttons) {
        var message = Messages.of(account, Recipient.person("ann@example.com")).told();
        return switch (Words.of(message.content(), CONSOLE)) {
            case Story story -> StoryBlocks.of(story, buttons).json();
            case Bulletin bulletin -> BulletinBlocks.of(bulletin).json();
        };
    }

    private static Story aStory(Random random) {
        return new Story(
                text(random, 500),
                random.nextBoolean() ? "" : text(random, 500),
                text(random, 300),
                some(random, 12, () -> aPart(random)),
                some(random, 3, () -> line(random)),
                address(random),
                Tone.ALARMED);
    }

    private static Part aPart(Random random) {
        return new Part(
                UUID.randomUUID(),
                text(random, 300),
                text(random, 20_000),
                random.nextBoolean() ? "" : text(random, 1_000),
                some(random, 30, () -> line(random)),
                random.nextBoolean() ? "" : text(random, 400),
                random.nextBoolean(),
                random.nextBoolean(),
                Tone.CONCERNED);
    }

    private static Bulletin aBulletin(Random random) {
        return new Bulletin(
                text(random, 300),
                text(random, 2_000),
                some(
                        random,
                        200,
                        () -> new Bulletin.Row(
                                text(random, 500),
                                text(random, 300),
                                text(random, 5_000),
                                random.nextBoolean() ? "" : text(random, 500),
                                address(random),
                                Tone.CALM)),
                random.nextInt(3),
                address(random));
    }

    private static <T> List<T> some(Random random, int most, Supplier<T> one) {
        return Stream.generate(one).limit(1 + random.nextInt(most)).toList();
    }

    private static URI address(Random random) {
        return URI.create("http://localhost:8080/accounts/" + "x".repeat(random.nextInt(4_000)));
    }

    private static Line line(Random random) {
        return new Line(text(random, 500), text(random, 3_000));
    }

    private static String text(Random random, int atMost) {
        int[] letters = {'a', '&', '<', '>', 0x1F600, 0x4E2D, '\n', '*', '|', '"'};
        StringBuilder text = new StringBuilder("x");
        IntStream.range(0, random.nextInt(atMost))
                .forEach(i -> text.appendCodePoint(letters[random.nextInt(letters.length)]));
        return text.toString();
    }

    private static Stream<String> types(JsonNode message) {
        return IntStream.range(0, message.path("blocks").size())
                .mapToObj(i -> message.path("blocks").path(i).path("type").asText());
    }
}
