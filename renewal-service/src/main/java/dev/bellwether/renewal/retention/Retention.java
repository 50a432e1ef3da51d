package dev.bellwether.renewal.retention;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What a period did to the customers of one currency: opening + movements = closing, exactly, in ARR and in customers.
 *
 * @param cohort of all contracts
 * @param due of the contracts alone whose decision date fell in the period
 * @param movements every movement, those that did not happen with {@link Sum#NONE}; losses are negative
 */
public record Retention(Sum opening, Sum closing, Kept cohort, Kept due, Map<Movement, Sum> movements) {

    public Retention {
        movements = Map.copyOf(movements);
    }

    /**
     * Adds lines up, customer by customer.
     *
     * @param lines of one currency, each contract once, in any order
     * @param before whether a customer had been one on a day before the opening
     */
    public static Retention of(Collection<Line> lines, Predicate<Customer> before) {
        Sum opening = Sum.NONE;
        Sum closing = Sum.NONE;
        Map<Movement, Sum> movements = new EnumMap<>(Movement.class);
        for (Movement movement : Movement.values()) {
            movements.put(movement, Sum.NONE);
        }
        Map<Customer, Change> changes = byCustomer(lines, false);
        for (Map.Entry<Customer, Change> entry : changes.entrySet()) {
            Balance first = entry.getValue().opening();
            Balance last = entry.getValue().closing();
            opening = first.active() ? opening.plus(first.arr()) : opening;
            closing = last.active() ? closing.plus(last.arr()) : closing;
            Movement.of(first, last, before.test(entry.getKey()))
                    .ifPresent(movement -> movements.compute(
                            movement, (m, sum) -> sum.plus(last.arr().subtract(first.arr()))));
        }
        return new Retention(opening, closing, kept(changes), kept(byCustomer(lines, true)), movements);
    }

    private static Kept kept(Map<Customer, Change> changes) {
        Kept kept = Kept.NOTHING;
        for (Change change : changes.values()) {
            kept = kept.plus(change.opening(), change.closing());
        }
        return kept;
    }

    private static Map<Customer, Change> byCustomer(Collection<Line> lines, boolean dueOnly) {
        Map<Customer, Change> changes = new LinkedHashMap<>();
        for (Line line : lines) {
            if (!dueOnly || line.due()) {
                changes.merge(line.customer(), new Change(line.opening(), line.closing()), Change::plus);
            }
        }
        return changes;
    }

    /** What became of one customer. */
    private record Change(Balance opening, Balance closing) {
        Change plus(Change other) {
            return new Change(opening.plus(other.opening), closing.plus(other.closing));
        }
    }
}
