package dev.bellwether.alert.wording;

import dev.bellwether.alert.message.Digest;
import dev.bellwether.alert.message.Entry;
import dev.bellwether.alert.message.Summary;
import dev.bellwether.alert.message.Trouble;
import dev.bellwether.contracts.FlagCleared;
import java.net.URI;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells of many things at once. */
final class BulletinWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);

    private BulletinWords() {}

    static Bulletin of(Digest digest, URI console) {
        String title = switch (digest.period()) {
            case DAILY -> "Your accounts on " + DAY.format(digest.day());
            case WEEKLY -> "Your accounts, week to " + DAY.format(digest.day());
        };
        List<Entry> entries = digest.entries();
        return new Bulletin(title, lead(entries, digest.more()), rows(entries, console), digest.more(), console);
    }

    static Bulletin of(Summary summary, URI console) {
        List<Entry> entries = summary.entries();
        int all = entries.size() + summary.more();
        return new Bulletin(
                all + " things came up at your accounts",
                "They came too close together to tell one by one; the weightiest are first.",
                rows(entries, console),
                summary.more(),
                console);
    }

    static Bulletin of(Trouble trouble, URI console) {
        return new Bulletin(
                (trouble.over() ? "Over: " : "") + trouble.summary(),
                "This concerns Bellwether itself.",
                List.of(),
                0,
                console);
    }

    private static String lead(List<Entry> entries, int more) {
        if (entries.isEmpty()) {
            return "Nothing changed.";
        }
        long accounts = entries.stream()
                .map(entry -> entry.event().accountId())
                .distinct()
                .count();
        String things = count(entries.size() + more, "thing", "things");
        return more > 0
                ? things + ", the weightiest first."
                : things + " at " + count(accounts, "account", "accounts") + ", the weightiest first.";
    }

    private static String count(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    private static List<Bulletin.Row> rows(List<Entry> entries, URI console) {
        return entries.stream().map(entry -> row(entry, console)).toList();
    }

    private static Bulletin.Row row(Entry entry, URI console) {
        Wording wording = Words.of(entry.event(), console);
        return new Bulletin.Row(
                wording.account(),
                what(entry, wording),
                wording.sentence(),
                aside(entry),
                wording.link(),
                tone(entry, wording));
    }

    private static String what(Entry entry, Wording wording) {
        return switch (entry.change()) {
            case STANDING -> "still: " + wording.what();
            case CLEARED -> entry.event() instanceof FlagCleared ? wording.what() : "over: " + wording.what();
            case RAISED, ESCALATED, RENEWAL -> wording.what();
        };
    }

    /** What is over alarms nobody any more. */
    private static Tone tone(Entry entry, Wording wording) {
        boolean alarms = wording.tone() == Tone.CONCERNED || wording.tone() == Tone.ALARMED;
        return entry.change() == Entry.Change.CLEARED && alarms ? Tone.CALM : wording.tone();
    }

    private static String aside(Entry entry) {
        Stream<String> money =
                entry.money().isEmpty() ? Stream.empty() : Stream.of(Money.inWords(entry.money()) + " at stake");
        return Stream.concat(money, entry.heldBack().map(why -> "held back: " + why).stream())
                .collect(Collectors.joining(" · "));
    }
}
