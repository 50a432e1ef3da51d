package dev.bellwether.alert.slack;

import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.composition.TextObject;
import com.slack.api.model.block.element.ButtonElement;
import dev.bellwether.alert.wording.Line;
import dev.bellwether.alert.wording.Tone;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The pieces of a message. Slack refuses it whole when one is too long, so each is kept within its limit. */
final class Elements {

    private static final int HEADER_LIMIT = 150;
    private static final int BUTTON_LIMIT = 75;
    private static final int LABEL_LIMIT = 60;
    private static final int VALUE_LIMIT = 200;
    private static final int FIELDS_LIMIT = 10;
    private static final int URL_LIMIT = 2_000;
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");

    private Elements() {}

    static LayoutBlock header(String symbol, String title) {
        String line = symbol + " " + CONTROLS.matcher(title).replaceAll(" ");
        return HeaderBlock.builder()
                .text(PlainTextObject.builder()
                        .text(SlackText.escaped(line, HEADER_LIMIT))
                        .emoji(true)
                        .build())
                .build();
    }

    /** Text in which nothing is markup. */
    static LayoutBlock plain(String text, int limit) {
        return SectionBlock.builder().text(plainText(text, limit)).build();
    }

    /** Text that is markup already: whatever others wrote in it is escaped. */
    static LayoutBlock markup(String text) {
        return SectionBlock.builder().text(markupText(text)).build();
    }

    static PlainTextObject plainText(String text, int limit) {
        return PlainTextObject.builder().text(SlackText.escaped(text, limit)).build();
    }

    static MarkdownTextObject markupText(String text) {
        return MarkdownTextObject.builder().text(text).verbatim(true).build();
    }

    static LayoutBlock fields(List<Line> lines) {
        List<TextObject> fields =
                lines.stream().limit(FIELDS_LIMIT).map(Elements::field).toList();
        return SectionBlock.builder().fields(fields).build();
    }

    /** The label is ours and bold; the value is anybody's, so that nothing in it may be read as markup or a link. */
    private static TextObject field(Line line) {
        return markupText("*" + SlackText.escaped(line.label(), LABEL_LIMIT) + "*\n"
                + SlackText.escaped(line.value(), VALUE_LIMIT));
    }

    static ButtonElement button(String action, String label, String value) {
        return ButtonElement.builder()
                .actionId(action)
                .text(plainText(label, BUTTON_LIMIT))
                .value(value)
                .build();
    }

    /** A button that opens a page; none for an address that Slack would not take. */
    static Optional<ButtonElement> link(String label, URI link) {
        return Optional.of(link.toString())
                .filter(address -> address.length() <= URL_LIMIT)
                .map(address -> ButtonElement.builder()
                        .actionId("open")
                        .text(plainText(label, BUTTON_LIMIT))
                        .url(address)
                        .build());
    }

    static String symbol(Tone tone) {
        return switch (tone) {
            case GOOD -> "🟢";
            case CALM -> "🔵";
            case CONCERNED -> "🟠";
            case ALARMED -> "🔴";
        };
    }
}
