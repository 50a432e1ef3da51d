package dev.bellwether.alert.wording;

import java.util.List;
import java.util.UUID;

/**
 * What is told of one alert.
 *
 * @param what what happened, in a few words
 * @param sentence what happened, in a sentence or two
 * @param nextStep what somebody could do about it now; may be empty
 * @param details the figures behind it, in reading order
 * @param handled who did what about it, what somebody thought of it, or that it is over; may be empty
 * @param stands whether it waits for somebody
 * @param over whether nobody need think of it any more; an outcome, such as a customer who left, neither stands nor is
 *     over
 */
public record Part(
        UUID alert,
        String what,
        String sentence,
        String nextStep,
        List<Line> details,
        String handled,
        boolean stands,
        boolean over,
        Tone tone) {

    public Part {
        details = List.copyOf(details);
    }
}
