package dev.bellwether.renewal.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;

class FeedTest {

    private static final Instant CHANGED = Instant.parse("2026-03-02T09:00:00Z");
    private static final DecisionDay DAY = new DecisionDay(
            "7f0c@bellwether",
            LocalDate.of(2028, 2, 29),
            "Renewal decision: Müller, Söhne; Partner \\ Übersee-Handelsgesellschaft mit beschränkter Haftung 🙂",
            "First line\nsecond, with \"quotes\" and a very long tail: " + "ä".repeat(200),
            false,
            3,
            CHANGED);

    @Test
    void another_library_reads_what_was_written() throws IOException, ParserException {
        Calendar calendar = read(Feed.of("ann@bellwether.test", List.of(DAY, cancelled())));

        assertThat(calendar.validate().getEntries()).isEmpty();
        List<VEvent> events = calendar.getComponents(Component.VEVENT);
        assertThat(events).hasSize(2);
        assertThat(value(events.getFirst(), "UID")).isEqualTo(DAY.uid());
        assertThat(value(events.getFirst(), "SUMMARY")).isEqualTo(DAY.summary());
        assertThat(value(events.getFirst(), "DESCRIPTION")).isEqualTo(DAY.description());
        assertThat(value(events.getFirst(), "SEQUENCE")).isEqualTo("3");
        assertThat(value(events.getFirst(), "DTSTART")).isEqualTo("20280229");
        assertThat(events.getFirst().getProperty("DTEND")).isEmpty(); // without it the event lasts its day
        assertThat(value(events.getFirst(), "DTSTAMP")).isEqualTo("20260302T090000Z");
        assertThat(value(events.getFirst(), "STATUS")).isEqualTo("CONFIRMED");
        assertThat(value(events.getLast(), "STATUS")).isEqualTo("CANCELLED");
    }

    @Test
    void the_last_day_there_is_can_be_read_as_well() throws IOException, ParserException {
        DecisionDay never =
                new DecisionDay("never@bellwether", LocalDate.of(9999, 12, 31), "Never", "", false, 0, CHANGED);

        Calendar calendar = read(Feed.of("ann@bellwether.test", List.of(never)));

        assertThat(calendar.validate().getEntries()).isEmpty();
        List<VEvent> events = calendar.getComponents(Component.VEVENT);
        assertThat(value(events.getFirst(), "DTSTART")).isEqualTo("99991231");
    }

    @Test
    void control_signs_in_foreign_names_are_blanks() throws IOException, ParserException {
        String name = "Renewal decision: A\u000bB\u0007C\u001bD\u007fE\rF\tG";
        DecisionDay day =
                new DecisionDay("7f0c@bellwether", LocalDate.of(2026, 5, 1), name, "1\u0001\n2", false, 0, CHANGED);

        String text = Feed.of("ann\u0008@bellwether.test", List.of(day));

        assertThat(text.chars().filter(sign -> sign < ' ' && "\r\n\t".indexOf(sign) < 0 || sign == 0x7f))
                .isEmpty();
        List<VEvent> events = read(text).getComponents(Component.VEVENT);
        assertThat(value(events.getFirst(), "SUMMARY")).isEqualTo("Renewal decision: A B C D E F\tG");
        assertThat(value(events.getFirst(), "DESCRIPTION")).isEqualTo("1 \n2");
    }

    @Test
    void lines_are_folded_at_75_octets_and_end_as_the_standard_wants() {
        String text = Feed.of("ann@bellwether.test", List.of(DAY));

        assertThat(text).endsWith("END:VCALENDAR\r\n").doesNotContainPattern("[^\r]\n");
        assertThat(List.of(text.split("\r\n")))
                .allSatisfy(line -> assertThat(line.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(75))
                .contains("DTSTART;VALUE=DATE:20280229", "REFRESH-INTERVAL;VALUE=DURATION:PT1H");
    }

    @Test
    void the_same_days_make_the_same_text() {
        assertThat(Feed.of("ann@bellwether.test", List.of(DAY)))
                .isEqualTo(Feed.of("ann@bellwether.test", List.of(DAY)));
    }

    private static DecisionDay cancelled() {
        return new DecisionDay("other@bellwether", LocalDate.of(2026, 5, 1), "Over", "It is over.", true, 1, CHANGED);
    }

    private static Calendar read(String text) throws IOException, ParserException {
        return new CalendarBuilder().build(new StringReader(text));
    }

    private static String value(VEvent event, String property) {
        return event.getProperty(property).orElseThrow().getValue();
    }
}
