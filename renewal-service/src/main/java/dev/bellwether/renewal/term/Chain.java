package dev.bellwether.renewal.term;

import dev.bellwether.contracts.ContractKind;
import dev.bellwether.contracts.ContractStatus;
import dev.bellwether.contracts.Period;
import dev.bellwether.contracts.agreed.Contract;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tells new terms from corrected ones, day by day. A term that begins (four weeks, or after its end) and ends later is a
 * new one, unless the one before had not begun by then: that one was put off. Every other is a correction, and takes back what was named after it.
 */
final class Chain {

    private static final int HARDLY_LATER_DAYS = 27;

    /**
     * @param followedOn the day on which a next term was named that goes on; null when none was
     */
    private record Link(Contract agreed, @Nullable LocalDate followedOn) {

        Period term() {
            return Objects.requireNonNull(agreed.period());
        }
    }

    private final List<Link> links = new ArrayList<>();
    private @Nullable Link last;
    private @Nullable LocalDate withoutTermOn;

    /** In the order of the days. */
    void say(LocalDate day, Contract contract) {
        if (contract.status() == ContractStatus.DRAFT || contract.period() == null) {
            withoutTermOn = withoutTermOn == null ? day : withoutTermOn;
            return;
        }
        withoutTermOn = null;
        Link said = new Link(contract, null);
        if (last != null && !said.term().equals(last.term())) {
            name(said.term(), last, day);
        }
        last = said;
        if (!links.isEmpty() && links.getLast().followedOn() == null && goesOn(contract)) {
            links.add(new Link(links.removeLast().agreed(), day));
        }
    }

    /** What was agreed before the last term, oldest first; the last as well when it was left without a term. */
    List<Earlier> earlier() {
        List<Earlier> earlier = new ArrayList<>();
        for (int i = 0; i < links.size(); i++) {
            Link next = i + 1 < links.size() ? links.get(i + 1) : Objects.requireNonNull(last);
            earlier.add(earlier(links.get(i), next));
        }
        if (last != null && withoutTermOn != null) {
            earlier.add(new Earlier(last.agreed(), withoutTermOn, null));
        }
        return earlier;
    }

    private void name(Period next, Link before, LocalDate day) {
        while (!links.isEmpty() && !isLater(next, links.getLast().term())) {
            links.removeLast();
        }
        boolean begun = !before.term().startsOn().isAfter(day);
        boolean adjoins = next.startsOn().equals(before.term().endsOn().plusDays(1));
        if (isLater(next, before.term()) && (begun || adjoins)) {
            links.add(before);
        }
    }

    /** What its source ended before it began was no next term. */
    private static Earlier earlier(Link link, Link next) {
        Period term = next.term();
        LocalDate stoppedOn = next.agreed().stop().since();
        boolean began = next.agreed().status() != ContractStatus.ENDED
                || stoppedOn == null
                || !stoppedOn.isBefore(term.startsOn());
        Earlier.Next named = link.followedOn() == null || !began ? null : new Earlier.Next(term, link.followedOn());
        return new Earlier(link.agreed(), term.startsOn(), named);
    }

    private static boolean goesOn(Contract contract) {
        return contract.kind() == ContractKind.SUBSCRIPTION && contract.status() == ContractStatus.ACTIVE;
    }

    /** What begins within the term and hardly later than it, is that term with other dates. */
    static boolean isLater(Period next, Period term) {
        return next.startsOn().isAfter(earlier(term.endsOn(), term.startsOn().plusDays(HARDLY_LATER_DAYS)))
                && next.endsOn().isAfter(term.endsOn());
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
