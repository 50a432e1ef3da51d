package dev.bellwether.renewal.calendar;

import biweekly.Biweekly;
import biweekly.ICalDataType;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Status;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;

/** A calendar in the words of RFC 5545. The same days make the same text, to the last character. */
final class Feed {

    private static final String REFRESH = "PT1H";
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\t\n]]");

    private Feed() {}

    static String of(String owner, List<DecisionDay> days) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//Bellwether//Renewals//EN");
        String name = printable("Renewals of " + owner);
        calendar.setName(name);
        calendar.addExperimentalProperty("X-WR-CALNAME", name);
        calendar.addExperimentalProperty("REFRESH-INTERVAL", ICalDataType.DURATION, REFRESH);
        calendar.addExperimentalProperty("X-PUBLISHED-TTL", REFRESH);
        days.forEach(day -> calendar.addEvent(event(day)));
        return Folding.of(Biweekly.write(calendar).go());
    }

    /** Of control signs the standard knows the tab, and the line break as the library writes it. */
    private static String printable(String text) {
        return CONTROL.matcher(text).replaceAll(" ");
    }

    /** An event that begins with a day and names no end lasts that day. */
    private static VEvent event(DecisionDay day) {
        VEvent event = new VEvent();
        event.setUid(day.uid());
        event.setDateTimeStamp(date(day.changedAt()));
        event.setLastModified(date(day.changedAt()));
        event.setSequence(day.sequence());
        event.setDateStart(date(day.day()));
        event.setSummary(printable(day.summary()));
        event.setDescription(printable(day.description()));
        event.setStatus(day.cancelled() ? Status.cancelled() : Status.confirmed());
        event.setTransparency(true);
        return event;
    }

    private static ICalDate date(LocalDate day) {
        return new ICalDate(
                new DateTimeComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth(), 0, 0, 0, false), false);
    }

    @SuppressWarnings("JavaUtilDate") // what the library takes
    private static Date date(Instant instant) {
        return Date.from(instant);
    }
}
