package dev.bellwether.contracts.agreed;

import dev.bellwether.contracts.ContractKind;
import dev.bellwether.contracts.Currencies;
import dev.bellwether.contracts.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Goes through the terms of a contract from a day on, as if nothing more were ever said of it. */
final class TermWalk {

    /** A cancellation that lies further ahead is a slip of the pen. */
    private static final int FARTHEST_YEARS = 30;

    private TermWalk() {}

    static List<Stretch> from(LocalDate day, Contract contract) {
        return contract.kind() == ContractKind.SUBSCRIPTION
                ? switch (contract.status()) {
                    case DRAFT, ENDED -> List.of();
                    case ACTIVE, CANCELLED -> dated(day, contract);
                }
                : List.of();
    }

    private static List<Stretch> dated(LocalDate day, Contract contract) {
        return switch (contract.dates()) {
            case Dates.Unusable d -> List.of();
            case Dates.OpenEnded(LocalDate since) -> withoutTerms(contract, later(day, since), Stretch.FOREVER);
            case Dates.Closed(Period days) -> withoutTerms(contract, later(day, days.startsOn()), days.endsOn());
            case Dates.Dated(Period first) -> walk(day, contract, first);
        };
    }

    private static List<Stretch> withoutTerms(Contract contract, LocalDate from, LocalDate to) {
        return to.isBefore(from) ? List.of() : List.of(stretch(contract, from, to, contract.annualAmount(null), null));
    }

    /** Once a term began after everything that was said, the others are like it. */
    private static List<Stretch> walk(LocalDate day, Contract contract, Period first) {
        LocalDate settled = settledOn(day, contract, first);
        List<Period> terms = new ArrayList<>(List.of(first));
        while (contract.renewsAfter(terms.getLast())
                && !terms.getLast().startsOn().isAfter(settled)) {
            terms.add(first.repeated(terms.size()));
        }
        Period last = terms.getLast();
        LocalDate lastEnd = contract.renewsAfter(last) ? Stretch.FOREVER : last.endsOn();
        var kept = new Stretch.Terms(first, lastEnd, contract.noticeDays());
        List<Stretch> stretches = new ArrayList<>();
        for (Period term : terms) {
            LocalDate end = term.equals(last) ? lastEnd : term.endsOn();
            if (!end.isBefore(day)) {
                stretches.add(stretch(contract, later(day, term.startsOn()), end, contract.annualAmount(term), kept));
            }
        }
        return stretches;
    }

    private static LocalDate settledOn(LocalDate day, Contract contract, Period first) {
        LocalDate cancelledOn = Objects.requireNonNullElse(contract.stop().cancelledOn(), day);
        LocalDate farthest = day.plusYears(FARTHEST_YEARS);
        LocalDate stopped = later(day, cancelledOn.isAfter(farthest) ? farthest : cancelledOn);
        LocalDate otherPrice = contract.prices().effective(first);
        return otherPrice == null ? stopped : later(stopped, otherPrice.minusDays(1));
    }

    private static Stretch stretch(
            Contract contract, LocalDate from, LocalDate to, long amount, Stretch.@Nullable Terms terms) {
        String currency = Objects.requireNonNullElse(contract.currency(), Currencies.NONE);
        return new Stretch(from, to, currency, amount, terms);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
