package dev.bellwether.alert.delivery;

import java.time.Duration;
import java.time.Instant;

/**
 * Whether a channel is worth trying: after some failures in a row it is left alone for a while, then one message is sent
 * to find out. A pause that the other side asks for holds for everything that goes to it.
 *
 * @param failures in a row, of any messages
 * @param notBefore when the next message may be sent
 */
record Circuit(Limits limits, int failures, Instant notBefore) {

    /**
     * What a channel is granted.
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
        return new Circuit(limits, 0, Instant.EPOCH);
    }

    State state(Instant now) {
        if (failures < limits.failures()) {
            return State.CLOSED;
        }
        return now.isBefore(notBefore) ? State.OPEN : State.HALF_OPEN;
    }

    /** How many of so many messages may be sent now: none, one to find out, or all. */
    int lets(int most, Instant now) {
        if (now.isBefore(notBefore)) {
            return 0;
        }
        return state(now) == State.CLOSED ? most : 1;
    }

    /** What an answer says of the channel; a refusal of one message is an answer like any other. */
    Circuit after(Outcome outcome, Instant now) {
        return switch (outcome) {
            case Outcome.Sent sent -> closed(limits);
            case Outcome.Refused refused -> closed(limits);
            case Outcome.Unwanted unwanted -> this;
            case Outcome.Throttled(String reason, Duration pause) ->
                new Circuit(limits, failures, later(notBefore, now.plus(pause)));
            case Outcome.Unready unready -> closed(limits); // the other side answers
            case Outcome.Postponed postponed -> failed(now);
            case Outcome.Doubtful doubtful -> failed(now);
            case Outcome.Unanswered unanswered -> failed(now);
        };
    }

    private Circuit failed(Instant now) {
        int more = Math.min(failures + 1, limits.failures());
        return new Circuit(
                limits, more, more < limits.failures() ? notBefore : later(notBefore, now.plus(limits.openFor())));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
