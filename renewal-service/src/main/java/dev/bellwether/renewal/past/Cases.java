package dev.bellwether.renewal.past;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bellwether.renewal.account.Look;
import dev.bellwether.renewal.term.Course;
import dev.bellwether.renewal.term.Finding;
import dev.bellwether.renewal.term.PastTerm;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All past terms of a contract at each of their milestones, as a look finds them.
 *
 * @param since of terms that ended before nothing is said: a contract of many tells its newest only
 */
record Cases(Key contract, LocalDate since, List<Case> cases) {

    private static final LocalDate EVER = LocalDate.of(1, 1, 1);

    /** Names a contract. */
    record Key(String accountId, String contractId) {}

    Cases {
        cases = List.copyOf(cases);
    }

    static List<Cases> of(List<Look> looks, ZoneId unsaidZone) {
        return looks.stream()
                .flatMap(look -> look.review().findings().stream().map(finding -> of(look, finding, unsaidZone)))
                .toList();
    }

    /** Changes with the cases. */
    String digest() {
        return UUID.nameUUIDFromBytes((since + " " + cases).getBytes(UTF_8)).toString();
    }

    /** Those of a term are called by its last day and the days of the milestone. */
    String names() {
        return cases.stream().map(one -> one.endsOn() + "/" + one.days()).collect(Collectors.joining(" "));
    }

    private static Cases of(Look look, Finding finding, ZoneId unsaidZone) {
        Key contract = new Key(look.account().id(), finding.contract().contractId());
        ZoneId zone = look.account().profile().zone(unsaidZone);
        List<PastTerm> terms = finding.history().pastTerms(look.today());
        return new Cases(
                contract,
                terms.size() < Course.MOST_ENDS ? EVER : terms.getFirst().endsOn(),
                terms.stream().flatMap(term -> of(contract, term, zone)).toList());
    }

    private static Stream<Case> of(Key contract, PastTerm term, ZoneId zone) {
        return term.milestones().stream()
                .map(milestone -> new Case(
                        contract,
                        term.endsOn(),
                        milestone.days(),
                        milestone.dueOn().plusDays(1).atStartOfDay(zone).toInstant(),
                        term.renewed()));
    }
}
