package dev.bellwether.alert.wording;

import java.net.URI;
import java.util.List;

/**
 * What is told of one account.
 *
 * @param account the account's name
 * @param lead why it is told once more, in a sentence; empty the first time
 * @param what what happened, in a few words
 * @param parts what matters most first; at least one
 * @param standing score, band and owner
 * @param link the account's page
 */
public record Story(
        String account, String lead, String what, List<Part> parts, List<Line> standing, URI link, Tone tone)
        implements Said {

    public Story {
        parts = List.copyOf(parts);
        standing = List.copyOf(standing);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a story of nothing: account " + account);
        }
    }

    /** Account and happening in one line. */
    @Override
    public String headline() {
        return account + ": " + what;
    }

    /** Whether nobody need think of any of it any more. */
    public boolean over() {
        return parts.stream().allMatch(Part::over);
    }

    /** Whether it is about more than one alert. */
    public boolean several() {
        return parts.size() > 1;
    }
}
