package dev.bellwether.renewal.term;

import dev.bellwether.contracts.Period;
import java.util.Optional;

/** Where a contract stands on a day. */
public sealed interface Standing {

    /** Not agreed yet. */
    record Draft() implements Standing {}

    /** Agreed, but without usable dates. */
    record Undated() implements Standing {}

    /** The term runs, or is agreed and will. */
    record Active(Period term) implements Standing {}

    /** The term runs, and nothing follows it. */
    record Cancelled(Period term) implements Standing {}

    /** The term ended without renewing. */
    record Lapsed(Period term) implements Standing {}

    /** The term ended after a cancellation. */
    record Churned(Period term) implements Standing {}

    /** The term spoken of: the one that runs, or the last that ran. */
    default Optional<Period> period() {
        return switch (this) {
            case Draft s -> Optional.empty();
            case Undated s -> Optional.empty();
            case Active(Period term) -> Optional.of(term);
            case Cancelled(Period term) -> Optional.of(term);
            case Lapsed(Period term) -> Optional.of(term);
            case Churned(Period term) -> Optional.of(term);
        };
    }

    /** Whether the account is a customer by this contract. */
    default boolean runs() {
        return switch (this) {
            case Active s -> true;
            case Cancelled s -> true;
            case Draft s -> false;
            case Undated s -> false;
            case Lapsed s -> false;
            case Churned s -> false;
        };
    }

    /** The word for it in answers and filters. */
    default Status status() {
        return switch (this) {
            case Draft s -> Status.DRAFT;
            case Undated s -> Status.UNDATED;
            case Active s -> Status.ACTIVE;
            case Cancelled s -> Status.CANCELLED;
            case Lapsed s -> Status.LAPSED;
            case Churned s -> Status.CHURNED;
        };
    }
}
