package dev.bellwether.renewal.ledger;

import dev.bellwether.contracts.agreed.Stretch;
import dev.bellwether.renewal.retention.Balance;
import dev.bellwether.renewal.retention.Customer;
import dev.bellwether.renewal.retention.Line;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Makes the lines of a period from the stretches that touch it. */
final class Lines {

    /** A contract in one currency. */
    private record Key(Customer customer, String contractId) {}

    private Lines() {}

    /** The contract alone. */
    private record Whose(String accountId, String contractId) {

        static Whose of(Booked booked) {
            return new Whose(booked.accountId(), booked.contractId());
        }
    }

    /** What its source ended before the decision date is due on that date all the same. */
    static List<Line> of(Stream<Booked> stretches, LocalDate from, LocalDate to) {
        List<Booked> touching = stretches.toList();
        Map<Whose, LocalDate> last = HashMap.newHashMap(touching.size());
        touching.forEach(booked ->
                last.merge(Whose.of(booked), booked.stretch().to(), (one, other) -> one.isAfter(other) ? one : other));
        LocalDate opening = from.minusDays(1);
        Map<Key, Line> lines = new LinkedHashMap<>();
        touching.forEach(booked -> {
            Stretch stretch = booked.stretch();
            var key = new Key(new Customer(booked.accountId(), stretch.currency()), booked.contractId());
            boolean isLast = stretch.to().equals(last.get(Whose.of(booked)));
            lines.merge(
                    key,
                    new Line(
                            key.customer(),
                            key.contractId(),
                            balance(stretch, opening),
                            balance(stretch, to),
                            stretch.decidedBetween(from, to) != null
                                    || (isLast && stretch.cutShortBefore(from, to) != null)),
                    Lines::together);
        });
        return List.copyOf(lines.values());
    }

    private static Balance balance(Stretch stretch, LocalDate day) {
        return stretch.includes(day) ? Balance.of(stretch.annualAmount()) : Balance.NONE;
    }

    private static Line together(Line one, Line other) {
        return new Line(
                one.customer(),
                one.contractId(),
                one.opening().active() ? one.opening() : other.opening(),
                one.closing().active() ? one.closing() : other.closing(),
                one.due() || other.due());
    }
}
