package dev.bellwether.renewal.past;

import dev.bellwether.contracts.ContractKind;
import dev.bellwether.contracts.Period;
import dev.bellwether.contracts.agreed.Contract;
import dev.bellwether.contracts.agreed.PastRenewal;
import dev.bellwether.renewal.account.Look;
import dev.bellwether.renewal.term.End;
import dev.bellwether.renewal.term.Finding;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The days on which terms of a contract ended, as it is agreed now.
 *
 * @param since what ended before was agreed before: it is none of the course, and true all the same
 * @param ends in the course since then, and those after which the source named the next term
 */
record PastEnds(String accountId, String contractId, LocalDate since, List<LocalDate> ends) {

    PastEnds {
        ends = List.copyOf(ends);
    }

    /** The ends with a space between each. */
    String daysInWords() {
        return ends.stream().map(LocalDate::toString).collect(Collectors.joining(" "));
    }

    static List<PastEnds> of(List<Look> looks) {
        return looks.stream()
                .flatMap(look -> look.review().findings().stream()
                        .flatMap(finding -> of(look.account().id(), finding)))
                .toList();
    }

    /** A course of many terms tells its newest only. */
    private static Stream<PastEnds> of(String accountId, Finding finding) {
        Contract contract = finding.contract();
        List<Period> ended = finding.course().ends().stream().map(End::term).toList();
        Stream<Period> terms = contract.kind() == ContractKind.TRIAL
                ? Stream.empty()
                : Stream.concat(ended.stream(), contract.renewals().stream().map(PastRenewal::term));
        List<LocalDate> ends = terms.map(Period::endsOn).distinct().toList();
        return finding.standing().period().stream()
                .map(term -> ended.isEmpty() ? term : ended.getFirst())
                .map(first -> new PastEnds(accountId, contract.contractId(), first.startsOn(), ends));
    }
}
