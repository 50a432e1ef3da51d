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

    /**
     * @param since the first day of its terms that count
     * @param followedOn the day on which a next term was named that goes on; null when none was
     * @param backOn the first day of the term in which it was taken up again; null while it was not over
     */
    private record Link(
            Contract agreed,
            LocalDate since,
            @Nullable LocalDate followedOn,
            @Nullable LocalDate backOn) {

        static Link of(Contract agreed, LocalDate since) {
            return new Link(agreed, since, null, null);
        }

        Link with(Contract other) {
            return new Link(other, since, followedOn, backOn);
        }

        boolean isOpen() {
            return followedOn == null && backOn == null;
        }

        Period term() {
            return Objects.requireNonNull(agreed.period());
        }
    }

    private final List<Link> links = new ArrayList<>();
    private @Nullable Contract said;
    private @Nullable Period drafted;
    private @Nullable Link last;
    private LocalDate since = LocalDate.MIN;
    private @Nullable LocalDate withoutTermOn;

    /** In the order of the days. */
    void say(LocalDate day, Contract contract) {
        sayOfRunning(day, contract);
        said = contract;
        if (contract.status() == ContractStatus.DRAFT || contract.period() == null) {
            withoutTermOn = withoutTermOn == null ? day : withoutTermOn;
            return;
        }
        withoutTermOn = null;
        if (last != null) {
            follow(last, day, contract);
        }
        last = Link.of(contract, since);
        if (!links.isEmpty() && links.getLast().isOpen() && goesOn(contract)) {
            Link followed = links.removeLast();
            links.add(new Link(followed.agreed(), followed.since(), day, null));
        }
    }

    /** Lines and currencies that are said after the next term was named are those of the running one as well. */
    private void sayOfRunning(LocalDate day, Contract contract) {
        Link next = last;
        for (int i = links.size() - 1;
                i >= 0 && next != null && next.term().startsOn().isAfter(day);
                i--) {
            Link link = links.get(i);
            next = link;
            links.set(i, link.with(link.agreed().withWordsSince(said, contract)));
        }
    }

    /** A draft agrees nothing: where it is of a later term than the one that runs, that runs on, however often it is said. */
    boolean isDraftOfNext(LocalDate day, Contract contract) {
        Period next = contract.period();
        boolean ofNext = next != null
                && contract.status() == ContractStatus.DRAFT
                && (next.equals(drafted)
                        || (said != null && isFollowed(Course.of(said, day).standing(), next)));
        drafted = ofNext ? next : null;
        return ofNext;
    }

    private static boolean isFollowed(Standing running, Period next) {
        return running instanceof Standing.Open
                || (running.runs()
                        && running.period()
                                .filter(term -> term.isFollowedBy(next))
                                .isPresent());
    }

    /** The first day of the terms of the last that count. */
    LocalDate since() {
        return since;
    }

    /** What was agreed before the last term, oldest first; the last as well when it was left without a term. */
    List<Earlier> earlier() {
        List<Earlier> earlier = new ArrayList<>();
        for (int i = 0; i < links.size(); i++) {
            Link next = i + 1 < links.size() ? links.get(i + 1) : Objects.requireNonNull(last);
            earlier.add(earlier(links.get(i), next));
        }
        if (last != null && withoutTermOn != null) {
            earlier.add(new Earlier(last.agreed(), last.since(), withoutTermOn, null));
        }
        return earlier;
    }

    private void follow(Link before, LocalDate day, Contract contract) {
        Period term = Objects.requireNonNull(contract.period());
        if (!term.equals(before.term())) {
            name(term, before, day);
            return;
        }
        Comeback.since(before.agreed(), contract, day).ifPresent(backOn -> {
            links.add(new Link(before.agreed(), before.since(), null, backOn));
            since = backOn;
        });
    }

    private void name(Period next, Link before, LocalDate day) {
        while (!links.isEmpty() && !links.getLast().term().isFollowedBy(next)) {
            since = links.removeLast().since();
        }
        boolean begun = !before.term().startsOn().isAfter(day);
        boolean adjoins = next.startsOn().equals(before.term().endsOn().plusDays(1));
        if (before.term().isFollowedBy(next) && (begun || adjoins)) {
            links.add(before);
            since = LocalDate.MIN;
        }
    }

    /** What its source ended before it began was no next term. */
    private static Earlier earlier(Link link, Link next) {
        if (link.backOn() != null) {
            return new Earlier(link.agreed(), link.since(), link.backOn(), null);
        }
        Period term = next.term();
        LocalDate stoppedOn = next.agreed().stop().since();
        boolean began = next.agreed().status() != ContractStatus.ENDED
                || stoppedOn == null
                || !stoppedOn.isBefore(term.startsOn());
        Earlier.Next named = link.followedOn() == null || !began ? null : new Earlier.Next(term, link.followedOn());
        return new Earlier(link.agreed(), link.since(), term.startsOn(), named);
    }

    private static boolean goesOn(Contract contract) {
        return contract.kind() == ContractKind.SUBSCRIPTION && contract.status() == ContractStatus.ACTIVE;
    }
}
