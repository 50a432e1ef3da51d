package dev.bellwether.renewal.past;

import dev.bellwether.contracts.ContractKind;
import dev.bellwether.renewal.account.Look;
import dev.bellwether.renewal.term.Course;
import dev.bellwether.renewal.term.Finding;
import dev.bellwether.renewal.term.NamedRenewals;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
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

    static List<PastEnds> of(List<Look> looks, ZoneId unsaidZone) {
        return looks.stream()
                .flatMap(look -> look.review().findings().stream()
                        .flatMap(finding ->
                                of(look, finding, look.account().profile().zone(unsaidZone))))
                .toList();
    }

    /** A course of many terms tells its newest only. */
    private static Stream<PastEnds> of(Look look, Finding finding, ZoneId zone) {
        String contractId = finding.contract().contractId();
        Course course = Course.of(finding.contract(), look.today());
        Stream<LocalDate> ended = finding.contract().kind() == ContractKind.TRIAL
                ? Stream.empty()
                : course.ends().stream().map(end -> end.term().endsOn());
        Stream<LocalDate> named =
                NamedRenewals.of(look.account().versions().getOrDefault(contractId, List.of()), zone).stream()
                        .map(term -> term.endsOn());
        return course.standing().period().stream()
                .map(term -> course.ends().isEmpty()
                        ? term.startsOn()
                        : course.ends().getFirst().term().startsOn())
                .map(since -> new PastEnds(
                        look.account().id(),
                        contractId,
                        since,
                        Stream.concat(ended, named).toList()));
    }
}
