package dev.bellwether.alert.delivery;

import dev.bellwether.alert.AlertSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * When the next attempt is made. The pause doubles from attempt to attempt:
 *
 * <pre>pause = min(longest, initial · 2^(attempts − 1)) · (1 + jitter/4), at least what the other side asked for</pre>
 */
public record Backoff(Duration initial, Duration longest, Duration giveUpAfter) {

    private static final int MOST_DOUBLINGS = 30;
    private static final double JITTER_SHARE = 0.25;

    /** Attempts that may have arrived, where a repeat is read as another message. */
    private static final int MOST_UNANSWERED = 5;

    /** After the second, the third and the fourth of those: the last comes when no outage of a working day lasts any more. */
    private static final List<Duration> UNANSWERED_PAUSES =
            List.of(Duration.ofHours(1), Duration.ofHours(4), Duration.ofHours(12));

    public Backoff {
        if (initial.isNegative() || initial.isZero() || longest.compareTo(initial) < 0) {
            throw new IllegalArgumentException("retry delays from " + initial + " to " + longest + " make no sense");
        }
    }

    static Backoff of(AlertSettings.Retry retry) {
        return new Backoff(retry.initialDelay(), retry.maxDelay(), retry.giveUpAfter());
    }

    /** No message waits for longer between two attempts. */
    Duration longestPause() {
        Duration own = Duration.ofMillis(Math.round(longest.toMillis() * (1 + JITTER_SHARE)));
        Duration silence = UNANSWERED_PAUSES.getLast();
        return own.compareTo(silence) > 0 ? own : silence;
    }

    /** What follows an attempt. */
    public sealed interface Next {

        /** Nothing more to do; the other side knows it by that reference, which may be empty. */
        record Done(String reference) implements Next {}

        /** Another attempt at that time. */
        record Again(Instant at, String reason) implements Next {}

        /** No further attempt. */
        record GivenUp(String reason) implements Next {}

        /** Nobody wants it. */
        record Withdrawn(String reason) implements Next {}
    }

    /**
     * What follows an attempt that ended now.
     *
     * @param tries the attempt included
     * @param jitter 0 … 1
     */
    Next after(Outcome outcome, Due.Tries tries, Instant now, double jitter) {
        Instant first = tries.firstTriedAt();
        Instant usual = now.plus(pause(tries.attempt(), jitter));
        return switch (outcome) {
            case Outcome.Sent sent -> new Next.Done(sent.reference());
            case Outcome.Refused refused -> new Next.GivenUp(refused.reason());
            case Outcome.Unwanted unwanted -> new Next.Withdrawn(unwanted.reason());
            case Outcome.Stranger(String reason) -> new Next.GivenUp(reason);
            // its place pauses, this message with all others
            case Outcome.Throttled(String reason, Duration pause) -> again(reason, now.plus(initial), first);
            case Outcome.Postponed(String reason, Duration atLeast) ->
                again(reason, later(usual, now.plus(atLeast)), first);
            case Outcome.Doubtful(String reason, Duration atLeast) ->
                again(reason, later(usual, now.plus(atLeast)), first);
            case Outcome.Hindered(String reason) -> again(reason, usual, first);
            case Outcome.Unready(String reason) -> again(reason, usual, first);
            case Outcome.Unanswered(String reason)
            when tries.unanswered() + 1 >= MOST_UNANSWERED -> new Next.GivenUp(reason + "; it may have arrived");
            case Outcome.Unanswered(String reason) -> again(reason, unanswered(tries, usual, now), first);
        };
    }

    /** One lost answer is nothing; whoever leaves more without one is in trouble, and asked when that may be over. */
    private static Instant unanswered(Due.Tries tries, Instant usual, Instant now) {
        return tries.unanswered() == 0 ? usual : later(usual, now.plus(UNANSWERED_PAUSES.get(tries.unanswered() - 1)));
    }

    private Next again(String reason, Instant at, Instant firstTriedAt) {
        return at.isAfter(firstTriedAt.plus(giveUpAfter)) ? new Next.GivenUp(reason) : new Next.Again(at, reason);
    }

    private Duration pause(int attempts, double jitter) {
        long doubled = initial.toMillis() << Math.min(Math.max(attempts, 1) - 1, MOST_DOUBLINGS);
        long millis = doubled <= 0 ? longest.toMillis() : Math.min(doubled, longest.toMillis());
        return Duration.ofMillis(Math.round(millis * (1 + JITTER_SHARE * jitter)));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
