package dev.bellwether.console.today;

import dev.bellwether.console.renewal.TodayLine;
import dev.bellwether.console.wording.Days;

/**
 * Until when something can be done.
 *
 * @param day the last day on which the customer can say no
 * @param away how far it is, in words
 * @param urgency name for style sheets: passed, soon or later
 * @param otherwise what happens when nobody does anything
 */
record Deadline(String day, String away, String urgency, String otherwise) {

    private static final int SOON_DAYS = 30;

    static Deadline of(TodayLine line) {
        return new Deadline(
                Days.inWords(line.decisionOn()),
                Days.fromToday(line.daysLeft()),
                line.daysLeft() < 0 ? "passed" : line.daysLeft() <= SOON_DAYS ? "soon" : "later",
                otherwise(line));
    }

    private static String otherwise(TodayLine line) {
        String end = Days.inWords(line.endsOn());
        if (line.isTrial()) {
            return "trial ends " + end;
        }
        return line.autoRenew() ? "then renews by itself" : "ends " + end + " unless renewed";
    }
}
