package dev.bellwether.ingest.csv.row;

import dev.bellwether.contracts.EventType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a file holds; each with its columns, in the order in which a fact's fields are written. */
public enum ImportKind {
    ACCOUNTS(
            EventType.ACCOUNT,
            "name owner segment stage seats:NUMBER currency timeZone parent status churnedOn:DAY churnReason",
            List.of(),
            List.of("churnedOn")),
    USERS(
            EventType.USER,
            "userId email name role champion:FLAG internal:FLAG deactivated:FLAG",
            List.of("userId"),
            List.of()),
    CONTRACTS(
            EventType.CONTRACT,
            "contractId kind startsOn:DAY endsOn:DAY noticeDays:NUMBER autoRenew:FLAG lines:LINES product:LINE annualAmount:LINE_AMOUNT"
                    + " annualAmountDecimal:LINE_AMOUNT currency status cancelledOn:DAY renewalLines:LINES",
            List.of("contractId"),
            List.of("cancelledOn", "startsOn")),
    INVOICES(
            EventType.INVOICE,
            "invoiceId amount:NUMBER amountDecimal:DECIMAL_AMOUNT currency issuedOn:DAY dueOn:DAY status paidOn:DAY",
            List.of("invoiceId"),
            List.of("paidOn", "issuedOn")),
    TICKETS(
            EventType.TICKET,
            "ticketId openedAt:INSTANT status priority solvedAt:INSTANT",
            List.of("ticketId"),
            List.of("solvedAt", "openedAt")),
    USAGE(
            EventType.USAGE,
            "id:ATTRIBUTE userId feature quantity:NUMBER",
            List.of("userId", "feature", "occurredAt"),
            List.of()),
    SURVEYS(
            EventType.SURVEY,
            "id:ATTRIBUTE userId kind score:NUMBER scale:NUMBER comment",
            List.of("userId", "kind", "score", "occurredAt"),
            List.of());

    private final EventType type;
    private final List<Column> columns;
    private final List<String> required;
    private final List<String> moments;
    private final Map<String, Integer> places = new HashMap<>();

    ImportKind(EventType type, String columns, List<String> required, List<String> moments) {
        this.type = type;
        this.columns = Arrays.stream(("accountId:ATTRIBUTE occurredAt:MOMENT " + columns).split(" "))
                .map(Column::of)
                .toList();
        this.required = Stream.concat(Stream.of("accountId"), required.stream()).toList();
        this.moments = moments;
        for (int i = 0; i < this.columns.size(); i++) {
            places.put(this.columns.get(i).name(), i);
            places.put(Column.plain(this.columns.get(i).name()), i);
        }
    }

    /** The kind of that name in a path, or null. */
    public static @Nullable ImportKind named(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.tag().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** The name in paths and metrics. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    EventType type() {
        return type;
    }

    List<Column> columns() {
        return columns;
    }

    /** Place of a column, however it is written, or −1. */
    int indexOf(String name) {
        Integer place = places.get(name);
        return place == null ? places.getOrDefault(Column.plain(name), -1) : place;
    }

    /** Columns that every row must fill. */
    List<String> required() {
        return required;
    }

    /** Columns that tell when it happened, should {@code occurredAt} not: the first that a row fills. */
    List<String> moments() {
        return moments;
    }

    /** Whether a later word on the same thing takes the place of an earlier one. */
    boolean isReplaced() {
        return switch (this) {
            case ACCOUNTS, USERS, CONTRACTS, INVOICES, TICKETS -> true;
            case USAGE, SURVEYS -> false;
        };
    }

    /** Whether columns of no other meaning are kept with the fact. */
    boolean keepsOthers() {
        return this == ACCOUNTS;
    }
}
