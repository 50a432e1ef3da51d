package dev.bellwether.console.today;

import dev.bellwether.console.page.Choice;
import dev.bellwether.console.renewal.TodayLine;
import dev.bellwether.console.renewal.TodayLine.Said;
import dev.bellwether.console.wording.Days;
import dev.bellwether.console.wording.Names;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the term will end by the word of a person, beside what the figures say.
 *
 * @param call in words; empty while nobody said anything
 * @param said who said it, when, and why
 * @param computed what the figures say, in words; empty while they say nothing
 */
record Opinion(String call, String said, String computed, List<Choice> choices) {

    static Opinion of(TodayLine line, ZoneId zone) {
        Said said = line.call();
        String key = said == null ? "" : said.call();
        return new Opinion(
                said == null ? "" : Call.inWords(key),
                said == null ? "" : said(said, zone),
                Call.inWords(line.computedCall()),
                Call.all().stream()
                        .map(call ->
                                new Choice(call.key(), call.words(), call.key().equals(key)))
                        .toList());
    }

    private static String said(Said said, ZoneId zone) {
        String when = Names.ofPerson(said.by()) + ", "
                + Days.inWords(said.at().atZone(zone).toLocalDate());
        String note = text(said.note());
        return note.isEmpty() ? when : "“" + note + "” " + when;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
