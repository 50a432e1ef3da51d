package dev.bellwether.renewal.past;

import dev.bellwether.contracts.Period;
import dev.bellwether.renewal.account.Look;
import dev.bellwether.renewal.term.Finding;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Until when terms of a contract are over.
 *
 * @param endedOn the end of its last term, or the day before the running one began
 */
record LastTerm(String accountId, String contractId, LocalDate endedOn) {

    static List<LastTerm> of(List<Look> looks) {
        return looks.stream()
                .flatMap(look -> look.review().findings().stream()
                        .flatMap(finding -> endedOn(finding)
                                .map(day -> new LastTerm(
                                        look.account().id(), finding.contract().contractId(), day))
                                .stream()))
                .toList();
    }

    private static Optional<LocalDate> endedOn(Finding finding) {
        return finding.standing()
                .period()
                .map((Period term) ->
                        finding.standing().runs() ? term.startsOn().minusDays(1) : term.endsOn());
    }
}
