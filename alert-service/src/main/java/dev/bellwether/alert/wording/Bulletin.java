package dev.bellwether.alert.wording;

import java.net.URI;
import java.util.List;

/**
 * Many things in one message, ranked.
 *
 * @param title what it is
 * @param lead what it holds, in a sentence
 * @param rows the weightiest first
 * @param more how many further ones are not in it
 * @param link where all of them are
 */
public record Bulletin(String title, String lead, List<Row> rows, int more, URI link) implements Said {

    public Bulletin {
        rows = List.copyOf(rows);
    }

    /**
     * One of the things.
     *
     * @param aside the money at stake, and why it was not told by itself; may be empty
     * @param link the account's page
     */
    public record Row(String account, String what, String sentence, String aside, URI link, Tone tone) {}

    /** The first of so many rows, the rest counted. */
    public Bulletin first(int most) {
        return rows.size() <= most
                ? this
                : new Bulletin(title, lead, rows.subList(0, most), more + rows.size() - most, link);
    }

    @Override
    public String headline() {
        return title;
    }

    @Override
    public Tone tone() {
        return rows.isEmpty() ? Tone.GOOD : rows.getFirst().tone();
    }
}
