package dev.bellwether.renewal.past;

import dev.bellwether.renewal.account.Look;
import dev.bellwether.renewal.term.PastTerm;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
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
                    return look.review().findings().stream()
                            .flatMap(PastTerm::of)
                            .flatMap(term -> of(look.account().id(), term, zone));
                })
                .toList();
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
