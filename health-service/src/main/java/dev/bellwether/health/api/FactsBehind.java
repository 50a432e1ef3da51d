package dev.bellwether.health.api;

import dev.bellwether.contracts.EventType;
import dev.bellwether.health.score.Measure;
import java.util.List;
import java.util.Set;

/** The facts of some days, sorted by what they bear on; of each kind only the newest are told. */
record FactsBehind(List<FactBehind> newestFirst) {

    /** Facts that are told of a part. */
    static final int MOST = 20;

    List<FactBehind> of(Measure measure) {
        Set<EventType> types = types(measure);
        return newestFirst.stream()
                .filter(fact -> types.stream().anyMatch(type -> type.typeName().equals(fact.type())))
                .limit(MOST)
                .toList();
    }

    /** Usage is kept as days, not as facts: the figures say what became of it. */
    private static Set<EventType> types(Measure measure) {
        return switch (measure) {
            case AGE_DAYS -> Set.of();
            case DAU, WAU, MAU, STICKINESS, BASELINE, TREND, DAYS_INACTIVE, ACTIVE_DAYS_BEFORE, VOLUME_7, FEATURES_28 ->
                Set.of(EventType.USER);
            case SEATS, SEAT_UTILISATION -> Set.of(EventType.ACCOUNT, EventType.USER);
            case DAYS_PAST_DUE, LATE_RATE_180 -> Set.of(EventType.INVOICE);
            case FAILED_PAYMENTS_30 -> Set.of(EventType.PAYMENT_FAILED);
            case OPENED_7,
                    TICKET_RATE,
                    TICKET_P,
                    TICKET_SURPRISE,
                    OPEN_TICKETS,
                    OLDEST_OPEN_DAYS,
                    URGENT_OPEN,
                    OLDEST_URGENT_DAYS -> Set.of(EventType.TICKET);
            case NPS, NPS_ANSWERS, NPS_MARGIN, CSAT, CES -> Set.of(EventType.SURVEY);
            case NEGATIVE_MENTIONS_30 -> Set.of(EventType.MENTION);
            case SENTIMENT -> Set.of(EventType.SURVEY, EventType.MENTION);
            case PULSE -> Set.of(EventType.PULSE);
        };
    }
}
