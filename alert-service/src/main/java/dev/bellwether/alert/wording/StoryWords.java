package dev.bellwether.alert.wording;

import dev.bellwether.alert.message.FollowUp;
import dev.bellwether.alert.message.Group;
import dev.bellwether.alert.message.Item;
import dev.bellwether.contracts.RenewalEvent;
import java.net.URI;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells of the alerts of one account. */
final class StoryWords {

    /** Readers are in many zones. */
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern(
                    "d MMMM yyyy HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private StoryWords() {}

    /** How everything stands. */
    static Story of(Group group, URI console) {
        return story("", group.items(), console);
    }

    /** Only the news, and why there are any. */
    static Story news(FollowUp followUp, URI console) {
        return story(because(followUp.cause()), only(followUp.group(), followUp.news()), console);
    }

    /** Only what ended. */
    static Story ended(Group group, Set<UUID> ended, URI console) {
        return story("", only(group, ended), console);
    }

    private static List<Item> only(Group group, Set<UUID> alerts) {
        Predicate<Item> news = item -> alerts.contains(item.alert());
        List<Item> some = group.items().stream().filter(news).toList();
        return some.isEmpty() ? group.items() : some;
    }

    private static Story story(String lead, List<Item> items, URI console) {
        // the first one is told as it would be alone
        Wording first = Words.of(items.getFirst().event(), console);
        List<Part> parts = items.stream().map(item -> part(item, console)).toList();
        String what = parts.size() == 1 ? first.what() : first.what() + ", and " + (parts.size() - 1) + " more";
        Tone tone = parts.stream()
                .filter(part -> !part.over())
                .findFirst()
                .orElseGet(parts::getFirst)
                .tone();
        return new Story(first.account(), lead, what, parts, first.standing(), first.link(), tone);
    }

    private static Part part(Item item, URI console) {
        Wording wording = Words.of(item.event(), console);
        boolean stands = item.state().equals("open")
                || item.state().equals("acknowledged")
                || item.state().equals("snoozed");
        // a renewal, a goodbye or a disputed call is over from the start: told as what it is, with what to do now
        boolean outcome = item.state().equals("cleared") && item.event() instanceof RenewalEvent;
        boolean over = !stands && !outcome;
        return new Part(
                item.alert(),
                wording.what(),
                wording.sentence(),
                over ? "" : wording.nextStep(),
                wording.details(),
                handled(item, outcome),
                stands,
                over,
                over ? over(wording.tone()) : wording.tone());
    }

    /** What is over alarms nobody any more. */
    private static Tone over(Tone tone) {
        return tone == Tone.GOOD ? Tone.GOOD : Tone.CALM;
    }

    private static String handled(Item item, boolean outcome) {
        return Stream.of(outcome ? "" : handled(item), putOff(item), given(item), judged(item))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static String putOff(Item item) {
        Item.@Nullable PutOff putOff = item.putOff();
        return putOff == null ? "" : "Snoozed" + by(putOff.by()) + " until " + MINUTE.format(putOff.until());
    }

    private static String given(Item item) {
        return item.assignee() == null ? "" : "Given to " + item.assignee();
    }

    private static String judged(Item item) {
        Item.@Nullable Judged judged = item.judged();
        if (judged == null) {
            return "";
        }
        String verdict = switch (judged.verdict()) {
            case "useful" -> "Called useful";
            case "knew-it" -> "Known already";
            case "false-alarm" -> "Called a false alarm";
            default -> "Judged " + judged.verdict();
        };
        return verdict + " by " + judged.by();
    }

    private static String by(@Nullable String person) {
        return person == null ? "" : " by " + person;
    }

    private static String handled(Item item) {
        return switch (item.state()) {
            case "acknowledged" -> "Acknowledged" + by(item.by());
            case "snoozed" -> item.putOff() == null ? "Snoozed" + by(item.by()) : "";
            case "resolved" -> "Resolved" + by(item.by());
            case "cleared" -> "Over";
            case "superseded" -> "Something newer took its place";
            default -> "";
        };
    }

    private static String because(FollowUp.Cause cause) {
        return switch (cause) {
            case WORSE -> "It became worse.";
            case MORE -> "More came up at this account.";
            case BACK -> "It is back.";
            case SNOOZE_OVER -> "The snooze is over and it still stands.";
            case UNACKNOWLEDGED -> "Nobody has acknowledged it in time.";
            case ASSIGNED -> "It was given to you.";
        };
    }
}
