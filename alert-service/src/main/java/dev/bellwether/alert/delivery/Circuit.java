package dev.bellwether.alert.delivery;

import java.time.Duration;
import java.time.Instant;

/**
 * Whether a place is worth trying: after some failures in a row it is left alone for a while, then one message is sent
 * to find out. A pause that the other side asks for holds for everything that goes there.
 *
 * @param failures in a row, of any messages
 * @param from when the pause began; a clock that is set back before it ends it
 * @param until when the next message may be sent
 */
record Circuit(Limits limits, int failures, Instant from, Instant until) {

    /**
     * What a place is granted.
     *
     * @param failures in a row that open the circuit, at least 1
     * @param openFor how long nothing is sent then
     */
    record Limits(int failures, Duration openFor) {
        Limits {
            if (failures < 1 || openFor.isNegative()) {
                throw new IllegalArgumentException(
                        "a circuit of " + failures + " failures and " + openFor + " makes no sense");
            }
        }
    }

    /** The names in metrics. */
    enum State {
        CLOSED,
        HALF_OPEN,
        OPEN
    }

    static Circuit closed(Limits limits) {
        return new Circuit(limits, 0, Instant.EPOCH, Instant.EPOCH);
    }

    State state(Instant now) {
        if (failures < limits.failures()) {
            return State.CLOSED;
        }
        return rests(now) ? State.OPEN : State.HALF_OPEN;
    }

    /** Whether nothing is held against it. */
    boolean isUntroubled(Instant now) {
        return failures == 0 && !rests(now);
    }

    private boolean rests(Instant now) {
        return !now.isBefore(from) && now.isBefore(until);
    }

    /** How many of so many messages may be sent now: none, one to find out, or all. */
    int lets(int most, Instant now) {
        if (rests(now)) {
            return 0;
        }
        return state(now) == State.CLOSED ? most : 1;
    }

    /** What an answer says of the place; a refusal of one message is an answer like any other. */
    Circuit after(Outcome outcome, Instant now) {
        return switch (outcome) {
            case Outcome.Sent sent -> closed(limits);
            case Outcome.Refused refused -> closed(limits);
            case Outcome.Unwanted unwanted -> this;
            case Outcome.Stranger stranger -> closed(limits);
            case Outcome.Hindered hindered -> this;
            case Outcome.Throttled(String reason, Duration pause) -> resting(failures, now, pause);
            case Outcome.Unready unready -> failed(now); // the next message would fare no better
            case Outcome.Postponed postponed -> failed(now);
            case Outcome.Doubtful doubtful -> failed(now);
            case Outcome.Unanswered unanswered -> failed(now);
        };
    }

    private Circuit failed(Instant now) {
        int more = Math.min(failures + 1, limits.failures());
        return more < limits.failures() ? new Circuit(limits, more, from, until) : resting(more, now, limits.openFor());
    }

    /** A longer pause goes on. */
    private Circuit resting(int count, Instant now, Duration pause) {
        Instant end = now.plus(pause);
        return new Circuit(limits, count, now, rests(now) && until.isAfter(end) ? until : end);
    }
}
