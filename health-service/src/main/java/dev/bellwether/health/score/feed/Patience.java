package dev.bellwether.health.score.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How long a feed may be quiet until it counts as silent: max(least, gaps × its longest gap of the window). The window
 * ends with the last arrival, so that a long silence does not make what was usual forgotten.
 *
 * @param least at least ten minutes
 * @param gaps at least 1
 * @param days a feed heard on fewer days of the window is never judged
 * @param catchUp an outage lasts until what arrived this long after its end is known, so that late
 *     facts fill the gap first; shorter than {@code least}, so that a feed has one open outage at most
 */
public record Patience(Duration least, int gaps, Duration window, int days, Duration catchUp) {

    private static final Duration SHORTEST = Duration.ofMinutes(10);

    public Patience {
        if (least.compareTo(SHORTEST) < 0 || gaps < 1) {
            throw new IllegalArgumentException(
                    "a feed cannot count as silent after " + least + " or " + gaps + " of its gaps");
        }
        if (days < 1 || window.compareTo(Duration.ofDays(days)) < 0) {
            throw new IllegalArgumentException("a feed cannot be learnt in " + days + " days of " + window);
        }
        if (catchUp.isNegative() || catchUp.compareTo(least) >= 0) {
            throw new IllegalArgumentException(
                    "a feed cannot catch up within " + catchUp + " and fall silent after " + least);
        }
    }

    /**
     * Whether the feed speaks.
     *
     * @param upTo everything that arrived before is known
     */
    public FeedState judge(Heard heard, Instant upTo) {
        int heardOn = heard.days(window);
        if (heardOn < days) {
            return new FeedState.Learning(heardOn);
        }
        Duration usual = silentAfter(heard);
        Duration quiet = Duration.between(heard.last(), upTo);
        return quiet.compareTo(usual) > 0 ? new FeedState.Silent(quiet, usual) : new FeedState.Speaking(usual);
    }

    /** Quiet for longer than this the feed counts as silent. */
    public Duration silentAfter(Heard heard) {
        Duration byItsGaps = heard.longestGap(window).multipliedBy(gaps);
        return byItsGaps.compareTo(least) > 0 ? byItsGaps : least;
    }

    /**
     * The outages of a feed that follow from its arrivals: of the window up to the last, and the one that goes on now.
     * Whoever looks later, or only after the feed has returned, finds the same.
     *
     * @param lasting an outage found earlier that was open so far
     * @param upTo everything that arrived before is known
     */
    public List<Outage> outages(Feed feed, Heard heard, Optional<Outage> lasting, Instant upTo) {
        List<Outage> found = new ArrayList<>();
        for (Gap gap : heard.gaps()) {
            boolean foundBefore =
                    lasting.filter(outage -> outage.from().equals(gap.from())).isPresent();
            if (!gap.to().isAfter(upTo) && (foundBefore || wasSilent(heard, gap))) {
                boolean over = !gap.to().plus(catchUp).isAfter(upTo);
                found.add(new Outage(feed, gap.from(), over ? gap.to() : null));
            }
        }
        if (judge(heard, upTo) instanceof FeedState.Silent) {
            found.add(new Outage(feed, heard.last(), null));
        }
        return List.copyOf(found);
    }

    /** Only gaps for which all that was usual before them is still known are judged. */
    private boolean wasSilent(Heard heard, Gap gap) {
        return gap.length().compareTo(least) > 0
                && gap.from().isAfter(heard.last().minus(window))
                && judge(heard.upTo(gap.from()), gap.to()) instanceof FeedState.Silent;
    }
}
