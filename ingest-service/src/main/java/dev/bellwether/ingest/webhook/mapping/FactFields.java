package dev.bellwether.ingest.webhook.mapping;

import static dev.bellwether.ingest.webhook.mapping.Kind.AMOUNT;
import static dev.bellwether.ingest.webhook.mapping.Kind.DAY;
import static dev.bellwether.ingest.webhook.mapping.Kind.FLAG;
import static dev.bellwether.ingest.webhook.mapping.Kind.INSTANT;
import static dev.bellwether.ingest.webhook.mapping.Kind.NUMBER;
import static dev.bellwether.ingest.webhook.mapping.Kind.TEXT;
import static dev.bellwether.ingest.webhook.mapping.Kind.WHOLE;

import dev.bellwether.contracts.EventType;
import dev.bellwether.contracts.Topic;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fields of each type of fact, and what they hold. */
final class FactFields {

    /** The fields of a contract that are lists of objects. */
    static final Set<String> LINES = Set.of("lines", "renewalLines");

    /** The one field that is an object with names of the sender's choice. */
    static final String TRAITS = "traits";

    static final Map<String, Kind> OF_A_LINE = Map.of("product", TEXT, "annualAmount", AMOUNT);

    private static final String PREFIX = "bellwether.";

    private FactFields() {}

    /** The type of fact of that name, with or without its prefix; null when there is none. */
    static @Nullable EventType type(String name) {
        EventType type = EventType.named(name.startsWith(PREFIX) ? name : PREFIX + name);
        return type == null || !Topic.INBOUND.contains(type.topic()) ? null : type;
    }

    /** The names of all types of facts, for people. */
    static String types() {
        return Arrays.stream(EventType.values())
                .filter(type -> Topic.INBOUND.contains(type.topic()))
                .map(FactFields::shortName)
                .collect(Collectors.joining(", "));
    }

    static String shortName(EventType type) {
        return type.typeName().substring(PREFIX.length());
    }

    /** The plain fields of a fact of that type. */
    static Map<String, Kind> of(EventType type) {
        return switch (type) {
            case USAGE -> fields("userId feature", Map.of("quantity", NUMBER));
            case USER ->
                fields("userId email name role", Map.of("champion", FLAG, "internal", FLAG, "deactivated", FLAG));
            case ACCOUNT ->
                fields(
                        "name owner segment stage currency timeZone parent status churnReason",
                        Map.of("seats", WHOLE, "churnedOn", DAY));
            case INVOICE ->
                fields(
                        "invoiceId currency status",
                        Map.of("amount", AMOUNT, "issuedOn", DAY, "dueOn", DAY, "paidOn", DAY));
            case PAYMENT_FAILED -> fields("invoiceId reason", Map.of());
            case TICKET -> fields("ticketId status priority", Map.of("openedAt", INSTANT, "solvedAt", INSTANT));
            case SURVEY -> fields("userId kind comment", Map.of("score", WHOLE, "scale", WHOLE));
            case MENTION -> fields("network url text", Map.of("sentiment", NUMBER));
            case PULSE -> fields("author comment", Map.of("opinion", WHOLE));
            case CONTRACT ->
                fields(
                        "contractId kind currency status author",
                        Map.of(
                                "startsOn", DAY,
                                "endsOn", DAY,
                                "cancelledOn", DAY,
                                "noticeDays", WHOLE,
                                "autoRenew", FLAG));
            case SCORE_CHANGED,
                    FLAG_RAISED,
                    FLAG_ESCALATED,
                    FLAG_CLEARED,
                    RENEWAL_DUE,
                    RENEWAL_DISPUTED,
                    TERM_LAPSED,
                    TERM_RENEWED,
                    ACCOUNT_CHURNED -> Map.of(); // no facts
        };
    }

    private static Map<String, Kind> fields(String texts, Map<String, Kind> others) {
        Map<String, Kind> fields = new LinkedHashMap<>();
        for (String name : texts.split(" ")) {
            fields.put(name, TEXT);
        }
        fields.putAll(others);
        return fields;
    }
}
