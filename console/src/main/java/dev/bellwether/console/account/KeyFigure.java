package dev.bellwether.console.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.console.wording.Money;
import dev.bellwether.console.wording.Numbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The figures worth a place on an account's page, in reading order. */
enum KeyFigure {
    WAU("wau", "Users in 7 days", Numbers::plain),
    BASELINE("baseline", "Usual weekly users", Numbers::plain),
    MAU("mau", "Users in 28 days", Numbers::plain),
    SEAT_UTILISATION("seatUtilisation", "Seats in use", Numbers::percent),
    STICKINESS("stickiness", "Stickiness", Numbers::percent),
    FEATURES_28("features28", "Features used in 28 days", Numbers::plain),
    DAYS_INACTIVE("daysInactive", "Days without usage", Numbers::plain),
    DAYS_PAST_DUE("daysPastDue", "Days past due", Numbers::plain),
    LATE_RATE_180("lateRate180", "Paid late in 180 days", Numbers::percent),
    OPENED_7("opened7", "Tickets in 7 days", Numbers::plain),
    OPEN_TICKETS("openTickets", "Open tickets", Numbers::plain),
    URGENT_OPEN("urgentOpen", "Urgent tickets open", Numbers::plain),
    NPS("nps", "NPS", Numbers::score),
    CSAT("csat", "CSAT", Numbers::percent),
    CES("ces", "Ease", Numbers::percent),
    PULSE("pulse", "Pulse, 1 to 5", Numbers::plain);

    private static final String OVERDUE = "overdueAmount";

    private final String key;
    private final String label;
    private final Function<BigDecimal, String> words;

    KeyFigure(String key, String label, Function<BigDecimal, String> words) {
        this.key = key;
        this.label = label;
        this.words = words;
    }

    /** The figure of that name, unless it is missing. */
    static Optional<BigDecimal> named(JsonNode figures, String name) {
        return Optional.of(figures.path(name)).filter(JsonNode::isNumber).map(JsonNode::decimalValue);
    }

    /** Those that are not missing, for people. */
    static List<Entry> of(JsonNode figures) {
        List<Entry> entries = new ArrayList<>();
        Stream.of(values())
                .forEach(figure -> named(figures, figure.key)
                        .ifPresent(value -> entries.add(new Entry(figure.label, figure.words.apply(value)))));
        overdue(figures.path(OVERDUE)).ifPresent(entries::add);
        return entries;
    }

    // minor units by currency; currencies are never added up
    private static Optional<Entry> overdue(JsonNode amounts) {
        String words = amounts.properties().stream()
                .filter(amount -> amount.getValue().isNumber())
                .map(KeyFigure::amount)
                .collect(Collectors.joining(" and "));
        return words.isEmpty() ? Optional.empty() : Optional.of(new Entry("Overdue", words));
    }

    private static String amount(Map.Entry<String, JsonNode> amount) {
        return Money.exact(amount.getValue().decimalValue(), amount.getKey());
    }
}
