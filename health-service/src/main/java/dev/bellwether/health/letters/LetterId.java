package dev.bellwether.health.letters;

import dev.bellwether.health.api.Refusal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a letter lies on the topic of dead letters, which never changes: what it is called by. */
record LetterId(int partition, long offset) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})-(\\d{1,18})");

    /**
     * @throws Refusal when the text is no letter's id
     */
    static LetterId of(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw Refusal.badParameter("id", "must be a partition and an offset, like 3-1042");
        }
        return new LetterId(Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2)));
    }

    String text() {
        return partition + "-" + offset;
    }
}
