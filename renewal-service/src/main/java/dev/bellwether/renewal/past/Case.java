package dev.bellwether.renewal.past;

import dev.bellwether.renewal.account.Look;
import dev.bellwether.renewal.term.NamedRenewals;
import dev.bellwether.renewal.term.PastTerm;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A past term at one of its milestones.
 *
 * @param until the end of the milestone's day
 */
record Case(String accountId, String contractId, LocalDate endsOn, int days, Instant until, boolean renewed) {

    static List<Case> of(List<Look> looks, ZoneId unsaidZone) {
        return looks.stream()
                .flatMap(look -> {
                    ZoneId zone = look.account().profile().zone(unsaidZone);
                    return terms(look, zone).flatMap(term -> of(look.account().id(), term, zone));
                })
                .toList();
    }

    /** Of two words on the same term the renewal that was named counts. */
    private static Stream<PastTerm> terms(Look look, ZoneId zone) {
        Map<List<Object>, PastTerm> terms = new LinkedHashMap<>();
        if (look.settled()) {
            look.review().findings().stream()
                    .flatMap(PastTerm::of)
                    .forEach(term -> terms.put(List.of(term.contractId(), term.endsOn()), term));
            look.account().versions().values().stream()
                    .flatMap(versions -> NamedRenewals.of(versions, zone).stream())
                    .forEach(term -> terms.put(List.of(term.contractId(), term.endsOn()), term));
        }
        return terms.values().stream();
    }

    private static Stream<Case> of(String accountId, PastTerm term, ZoneId zone) {
        return term.milestones().stream()
                .map(milestone -> new Case(
                        accountId,
                        term.contractId(),
                        term.endsOn(),
                        milestone.days(),
                        milestone.dueOn().plusDays(1).atStartOfDay(zone).toInstant(),
                        term.renewed()));
    }
}
