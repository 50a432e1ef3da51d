package dev.bellwether.renewal.api;

import dev.bellwether.renewal.api.TodayItem.LikelihoodView;
import dev.bellwether.renewal.forecast.Due;
import dev.bellwether.renewal.forecast.DueTerm;
import dev.bellwether.renewal.forecast.Outlook;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of the terms that a quarter's figures are the sums of.
 *
 * @param nextCursor null on the last page
 */
record ForecastLines(List<LineView> items, @Nullable String nextCursor) {

    /**
     * A term that is due in the quarter.
     *
     * @param startsOn first day of the term
     * @param arr minor units
     * @param called whether the outlook is the customer success manager's word
     * @param expected ARR × likelihood in minor units, rounded such that all terms of a group and currency add up to its figure
     * @param likelihood null once the term is decided
     */
    record LineView(
            String accountId,
            String contractId,
            String group,
            String currency,
            LocalDate startsOn,
            LocalDate endsOn,
            LocalDate decisionOn,
            long arr,
            String outlook,
            boolean called,
            BigInteger expected,
            @Nullable LikelihoodView likelihood) {

        static LineView of(Due due, DueTerm term, BigInteger expected) {
            return new LineView(
                    term.accountId(),
                    term.contractId(),
                    due.group(term),
                    term.currency(),
                    term.term().startsOn(),
                    term.term().endsOn(),
                    term.decisionOn(),
                    term.arr(),
                    term.outlook().word(),
                    term.said(),
                    expected,
                    term.likelihood() == null ? null : LikelihoodView.of(term.likelihood()));
        }
    }

    static ForecastLines of(Due due, @Nullable Outlook outlook, int limit, @Nullable String cursor) {
        Page<DueTerm> page = Page.of(
                due.terms().stream().filter(term -> outlook == null || term.outlook() == outlook),
                term -> List.of(term.accountId(), term.contractId(), term.currency()),
                limit,
                cursor);
        Map<DueTerm, BigInteger> expected = due.expected();
        return new ForecastLines(
                page.items().stream()
                        .map(term -> LineView.of(due, term, expected.getOrDefault(term, BigInteger.ZERO)))
                        .toList(),
                page.nextCursor());
    }
}
