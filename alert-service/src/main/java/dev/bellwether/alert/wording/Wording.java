package dev.bellwether.alert.wording;

import java.net.URI;
import java.util.List;

/**
 * A message in plain text: nothing in it is escaped or shortened, that is each channel's affair.
 *
 * @param account the account's name
 * @param what what happened, in a few words
 * @param sentence what happened, in a sentence or two
 * @param nextStep what somebody could do about it now; empty when the message is about several accounts
 * @param standing score, band and owner
 * @param details the figures behind it, in reading order
 * @param link the account's page
 */
public record Wording(
        String account,
        String what,
        String sentence,
        String nextStep,
        List<Line> standing,
        List<Line> details,
        URI link,
        Tone tone) {

    public Wording {
        standing = List.copyOf(standing);
        details = List.copyOf(details);
    }

    /** Account and happening in one line. */
    public String headline() {
        return account + ": " + what;
    }
}
