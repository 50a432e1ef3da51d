package dev.bellwether.alert.wording;

import dev.bellwether.alert.message.Digest;
import dev.bellwether.alert.message.Entry;
import dev.bellwether.alert.message.FollowUp;
import dev.bellwether.alert.message.Group;
import dev.bellwether.alert.message.Item;
import dev.bellwether.alert.message.Summary;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The words for messages about several things at once. */
final class MessageWords {

    private MessageWords() {}

    /** The first item speaks for the group; the others stand beside it. */
    static Wording group(Group group, URI console) {
        return lead(group.items().getFirst(), group.items(), console);
    }

    static Wording followUp(FollowUp message, URI console) {
        return news(message.group(), message.news(), console);
    }

    /** What is new speaks first. */
    static Wording news(Group group, Set<UUID> news, URI console) {
        Item lead = group.items().stream()
                .filter(item -> news.contains(item.alert()))
                .findFirst()
                .orElseGet(() -> group.items().getFirst());
        return lead(lead, group.items(), console);
    }

    private static Wording lead(Item lead, List<Item> all, URI console) {
        Wording words = Words.of(lead.event(), console);
        List<Line> details = new ArrayList<>(words.details());
        all.stream().filter(item -> !item.equals(lead)).forEach(item -> {
            Wording also = Words.of(item.event(), console);
            details.add(new Line("Also", also.what() + ". " + also.sentence()));
        });
        return new Wording(
                words.account(),
                words.what(),
                words.sentence(),
                words.nextStep(),
                words.standing(),
                details,
                words.link(),
                words.tone());
    }

    static Wording summary(Summary message, URI console) {
        int all = message.entries().size() + message.more();
        return new Wording(
                "Bellwether",
                all + " alerts at once",
                "So much came up at the same time that it is told in one message.",
                "",
                List.of(),
                lines(message.entries(), message.more(), console),
                console,
                Tone.ALARMED);
    }

    static Wording digest(Digest message, URI console) {
        String span = message.period() == Digest.Period.DAILY ? "your day" : "your week";
        return new Wording(
                "Bellwether",
                span + ": " + (message.entries().size() + message.more()) + " things to know",
                "What changed at your accounts, the weightiest first.",
                "",
                List.of(),
                lines(message.entries(), message.more(), console),
                console,
                Tone.CALM);
    }

    private static List<Line> lines(List<Entry> entries, int more, URI console) {
        List<Line> lines = new ArrayList<>();
        for (Entry entry : entries) {
            Wording words = Words.of(entry.event(), console);
            String held = entry.heldBack().map(why -> " (" + why + ")").orElse("");
            lines.add(new Line(words.headline(), words.sentence() + held));
        }
        if (more > 0) {
            lines.add(new Line("Further ones", String.valueOf(more)));
        }
        return lines;
    }
}
