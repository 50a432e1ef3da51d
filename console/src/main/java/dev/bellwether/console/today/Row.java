package dev.bellwether.console.today;

import dev.bellwether.console.page.Address;
import dev.bellwether.console.page.Badge;
import dev.bellwether.console.renewal.Term;
import dev.bellwether.console.renewal.TodayLine;
import dev.bellwether.console.wording.Money;
import dev.bellwether.console.wording.Names;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A renewal's line, ready to be shown; an empty text where there is nothing to show.
 *
 * @param href the page of its account
 * @param about owner and kind of the contract
 * @param atRisk money
 * @param annual the year's worth of which it is a part
 */
record Row(
        Term term,
        String href,
        String name,
        Badge badge,
        String about,
        String atRisk,
        String annual,
        Deadline deadline,
        Chance chance,
        Opinion opinion,
        Reason reason,
        NextStep step) {

    private static final String UNKNOWN = "–";

    static Row of(TodayLine line, ZoneId zone) {
        return new Row(
                new Term(line.accountId(), line.contractId(), line.startsOn()),
                Address.ofAccount(line.accountId()),
                Objects.requireNonNullElse(line.accountName(), line.accountId()),
                Badge.of(line.reason().score(), line.reason().band()),
                about(line),
                money(line.moneyAtRisk()),
                money(line.annualValue()),
                Deadline.of(line),
                Chance.of(line.likelihood()),
                Opinion.of(line, zone),
                Reason.of(line.reason(), zone),
                NextStep.of(line.nextStep(), line.stepsInForce()));
    }

    /** Where the row is on its page. */
    static String anchor(Term term) {
        return "term-" + Integer.toHexString(term.hashCode());
    }

    public String anchor() {
        return anchor(term);
    }

    private static String about(TodayLine line) {
        String owner = line.owner() == null || line.owner().isBlank() ? "No owner" : Names.ofPerson(line.owner());
        return line.isTrial() ? owner + " · trial" : owner;
    }

    private static String money(Map<String, Long> amounts) {
        return amounts.isEmpty()
                ? UNKNOWN
                : new TreeMap<>(amounts)
                        .entrySet().stream()
                                .map(amount -> Money.rounded(BigDecimal.valueOf(amount.getValue()), amount.getKey()))
                                .collect(Collectors.joining(" + "));
    }
}
