package dev.bellwether.renewal.term;

import dev.bellwether.contracts.Period;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Where a contract stands on a day. A move is a method of the state that allows it, and a state that needs another before
 * it is made of it: a trial that renews by itself, or a draft that churns, cannot be written.
 */
public sealed interface Standing {

    /** Not agreed yet. */
    record Draft() implements Standing {
        Undated signed() {
            return new Undated();
        }
    }

    /** Agreed, but without usable dates. */
    record Undated() implements Standing {
        Open openSince(LocalDate since) {
            return new Open(since);
        }

        Trial trial(Period term) {
            return new Trial(term);
        }

        Active subscription(Period term) {
            return new Active(term);
        }
    }

    /** A subscription that runs until somebody says no: every day is a day of decision, none is the last. */
    record Open(LocalDate since) implements Standing {}

    /** The trial runs, or is agreed and will. */
    record Trial(Period term) implements Unrenewed {
        Abandoned cancelled() {
            return new Abandoned(this);
        }

        Lapsed over() {
            return new Lapsed(this);
        }
    }

    /** The term of a subscription runs, or is agreed and will. */
    record Active(Period term) implements Unrenewed {
        Cancelled cancelled() {
            return new Cancelled(this);
        }

        Renewed renewed() {
            return new Renewed(this);
        }

        Lapsed over() {
            return new Lapsed(this);
        }
    }

    /** The trial runs, and nothing follows it. */
    record Abandoned(Trial trial) implements Unrenewed {
        @Override
        public Period term() {
            return trial.term();
        }

        Lapsed over() {
            return new Lapsed(this);
        }
    }

    /** The term runs, and nothing follows it. */
    record Cancelled(Active active) implements Standing {
        public Period term() {
            return active.term();
        }

        Churned over() {
            return new Churned(this);
        }
    }

    /** The term ended without renewing. */
    record Lapsed(Unrenewed from) implements Over {
        @Override
        public Period term() {
            return from.term();
        }

        @Override
        public Outcome outcome() {
            return Outcome.LAPSED;
        }
    }

    /** The term ended after a cancellation. */
    record Churned(Cancelled from) implements Over {
        @Override
        public Period term() {
            return from.term();
        }

        @Override
        public Outcome outcome() {
            return Outcome.CHURNED;
        }
    }

    /** What may lapse. */
    sealed interface Unrenewed extends Standing permits Trial, Active, Abandoned {
        Period term();
    }

    /** The last term is over. */
    sealed interface Over extends Standing permits Lapsed, Churned {
        Period term();

        Outcome outcome();
    }

    /** A term that another follows by itself. No contract stands here: it stands in the term that follows. */
    record Renewed(Active from) {

        /**
         * The contract in its next term.
         *
         * @throws IllegalArgumentException when that term does not begin on the day after
         */
        Active into(Period next) {
            if (!next.startsOn().equals(from.term().endsOn().plusDays(1))) {
                throw new IllegalArgumentException(next + " does not follow " + from.term());
            }
            return new Active(next);
        }
    }

    /** The term spoken of: the one that runs, or the last that ran. */
    default Optional<Period> period() {
        return switch (this) {
            case Draft s -> Optional.empty();
            case Undated s -> Optional.empty();
            case Open s -> Optional.empty();
            case Unrenewed s -> Optional.of(s.term());
            case Cancelled s -> Optional.of(s.term());
            case Over s -> Optional.of(s.term());
        };
    }

    /** Whether the account is a customer by this contract: who tries is none yet. */
    default boolean isCustomers() {
        return switch (this) {
            case Open s -> true;
            case Active s -> true;
            case Cancelled s -> true;
            case Trial s -> false;
            case Abandoned s -> false;
            case Draft s -> false;
            case Undated s -> false;
            case Over s -> false;
        };
    }

    /** Whether its last term is not over yet. */
    default boolean runs() {
        return switch (this) {
            case Open s -> true;
            case Unrenewed s -> true;
            case Cancelled s -> true;
            case Draft s -> false;
            case Undated s -> false;
            case Over s -> false;
        };
    }

    /** The term about whose end somebody still has to decide. */
    default Optional<Period> undecided() {
        return switch (this) {
            case Trial s -> Optional.of(s.term());
            case Active s -> Optional.of(s.term());
            case Draft s -> Optional.empty();
            case Undated s -> Optional.empty();
            case Open s -> Optional.empty();
            case Abandoned s -> Optional.empty();
            case Cancelled s -> Optional.empty();
            case Over s -> Optional.empty();
        };
    }

    /** The word for it in answers and filters. */
    default Status status() {
        return switch (this) {
            case Draft s -> Status.DRAFT;
            case Undated s -> Status.UNDATED;
            case Trial s -> Status.TRIAL;
            case Open s -> Status.ACTIVE;
            case Active s -> Status.ACTIVE;
            case Abandoned s -> Status.CANCELLED;
            case Cancelled s -> Status.CANCELLED;
            case Lapsed s -> Status.LAPSED;
            case Churned s -> Status.CHURNED;
        };
    }
}
