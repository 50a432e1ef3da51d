package dev.bellwether.alert.slack;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.LayoutBlock;
import dev.bellwether.alert.wording.Part;
import dev.bellwether.alert.wording.Story;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is told of one account, as Block Kit; all of it within what Slack takes in total. */
final class StoryBlocks {

    private static final int FALLBACK_LIMIT = 500;
    private static final int SENTENCE_LIMIT = 1_500;
    private static final int WHAT_LIMIT = 150;
    private static final int SHORT_LIMIT = 300;
    private static final int HANDLED_LIMIT = 200;

    /** With all their buttons more would not fit into one message. */
    private static final int PARTS_LIMIT = 4;

    private static final int NAMED_LIMIT = 10;

    private StoryBlocks() {}

    /** The message that opens a thread, and is edited when something changes. */
    static SlackMessage of(Story story, boolean buttons) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(Elements.header(symbol(story), story.headline()));
        if (!story.lead().isEmpty()) {
            blocks.add(Elements.plain(story.lead(), SHORT_LIMIT));
        }
        if (story.several()) {
            blocks.addAll(parts(story, buttons));
            blocks.add(Elements.fields(story.standing()));
        } else {
            Part part = story.parts().getFirst();
            blocks.addAll(alone(part));
            blocks.add(Elements.fields(story.standing()));
            blocks.addAll(below(part, buttons));
        }
        Elements.link("Open the account", story.link())
                .ifPresent(open -> blocks.add(
                        ActionsBlock.builder().elements(List.of(open)).build()));
        return new SlackMessage(text(story), blocks);
    }

    /** An answer in the thread: the account is named by the message above. */
    static SlackMessage answer(Story story) {
        List<LayoutBlock> blocks = new ArrayList<>();
        if (!story.lead().isEmpty()) {
            blocks.add(Elements.plain(story.lead(), SHORT_LIMIT));
        }
        story.parts().stream().limit(NAMED_LIMIT).forEach(part -> blocks.add(Elements.markup(brief(part))));
        return new SlackMessage(text(story), blocks);
    }

    private static String text(Story story) {
        String sentence = story.lead().isEmpty()
                ? story.parts().getFirst().sentence()
                : story.lead() + " " + story.parts().getFirst().sentence();
        return SlackText.escaped(story.headline() + " – " + sentence, FALLBACK_LIMIT);
    }

    private static List<LayoutBlock> alone(Part part) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(Elements.plain(part.sentence(), SENTENCE_LIMIT));
        if (!part.nextStep().isEmpty()) {
            blocks.add(Elements.markup("*Next step:* " + SlackText.escaped(part.nextStep(), SHORT_LIMIT)));
        }
        if (!part.details().isEmpty()) {
            blocks.add(Elements.fields(part.details()));
        }
        return blocks;
    }

    private static List<LayoutBlock> parts(Story story, boolean buttons) {
        List<LayoutBlock> blocks = new ArrayList<>();
        for (Part part : story.parts().stream().limit(PARTS_LIMIT).toList()) {
            blocks.add(Elements.markup(brief(part)));
            blocks.addAll(below(part, buttons));
        }
        List<Part> others = story.parts().stream().skip(PARTS_LIMIT).toList();
        if (!others.isEmpty()) {
            blocks.add(Elements.markup(others.stream()
                    .limit(NAMED_LIMIT)
                    .map(part -> "• " + SlackText.escaped(part.what(), HANDLED_LIMIT))
                    .collect(Collectors.joining("\n"))));
        }
        return blocks;
    }

    private static List<LayoutBlock> below(Part part, boolean buttons) {
        List<LayoutBlock> blocks = new ArrayList<>();
        if (!part.handled().isEmpty()) {
            blocks.add(ContextBlock.builder()
                    .elements(List.of(Elements.markupText(
                            (part.over() ? "✅ " : "👀 ") + SlackText.escaped(part.handled(), HANDLED_LIMIT))))
                    .build());
        }
        if (buttons) {
            blocks.add(Buttons.of(part));
        }
        return blocks;
    }

    private static String brief(Part part) {
        return Elements.symbol(part.tone()) + " *"
                + SlackText.escaped(part.what(), WHAT_LIMIT).replace("*", "∗") + "*\n"
                + SlackText.escaped(part.sentence(), SHORT_LIMIT);
    }

    private static String symbol(Story story) {
        return story.over() ? "✅" : Elements.symbol(story.tone());
    }
}
