package dev.bellwether.contracts;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The CloudEvents types, each with the topic it travels on. */
public enum EventType {
    USAGE("bellwether.usage", Topic.USAGE_EVENTS, UsageRecorded::read),
    USER("bellwether.user", Topic.ACCOUNT_EVENTS, UserDescribed::read),
    ACCOUNT("bellwether.account", Topic.ACCOUNT_EVENTS, AccountDescribed::read),
    INVOICE("bellwether.invoice", Topic.BILLING_EVENTS, InvoiceChanged::read),
    PAYMENT_FAILED("bellwether.payment-failed", Topic.BILLING_EVENTS, PaymentFailed::read),
    TICKET("bellwether.ticket", Topic.SUPPORT_EVENTS, TicketChanged::read),
    SURVEY("bellwether.survey", Topic.FEEDBACK_EVENTS, SurveyAnswered::read),
    MENTION("bellwether.mention", Topic.FEEDBACK_EVENTS, Mentioned::read),
    PULSE("bellwether.pulse", Topic.FEEDBACK_EVENTS, PulseTaken::read),
    CONTRACT("bellwether.contract", Topic.ACCOUNT_EVENTS, ContractChanged::read),
    SCORE_CHANGED("bellwether.score-changed", Topic.HEALTH_EVENTS, ScoreChanged::read),
    FLAG_RAISED("bellwether.flag-raised", Topic.HEALTH_EVENTS, FlagRaised::read),
    FLAG_ESCALATED("bellwether.flag-escalated", Topic.HEALTH_EVENTS, FlagEscalated::read),
    FLAG_CLEARED("bellwether.flag-cleared", Topic.HEALTH_EVENTS, FlagCleared::read),
    RENEWAL_DUE("bellwether.renewal-due", Topic.RENEWAL_EVENTS, RenewalDue::read),
    RENEWAL_DISPUTED("bellwether.renewal-disputed", Topic.RENEWAL_EVENTS, RenewalDisputed::read),
    TERM_LAPSED("bellwether.term-lapsed", Topic.RENEWAL_EVENTS, TermLapsed::read),
    TERM_RENEWED("bellwether.term-renewed", Topic.RENEWAL_EVENTS, TermRenewed::read),
    ACCOUNT_CHURNED("bellwether.account-churned", Topic.RENEWAL_EVENTS, AccountChurned::read);

    private static final Map<String, EventType> BY_NAME = new HashMap<>();

    static {
        for (EventType type : values()) {
            BY_NAME.put(type.typeName, type);
        }
    }

    private final String typeName;
    private final Topic topic;
    private final BiFunction<Occurrence, Fields, Event> reader;

    EventType(String typeName, Topic topic, BiFunction<Occurrence, Fields, Event> reader) {
        this.typeName = typeName;
        this.topic = topic;
        this.reader = reader;
    }

    /** The CloudEvents {@code type} attribute. */
    public String typeName() {
        return typeName;
    }

    public Topic topic() {
        return topic;
    }

    /** The type of that CloudEvents name, or null when it is none of ours. */
    public static @Nullable EventType named(String typeName) {
        return BY_NAME.get(typeName);
    }

    public static EventType of(Event event) {
        return switch (event) {
            case UsageRecorded e -> USAGE;
            case UserDescribed e -> USER;
            case AccountDescribed e -> ACCOUNT;
            case InvoiceChanged e -> INVOICE;
            case PaymentFailed e -> PAYMENT_FAILED;
            case TicketChanged e -> TICKET;
            case SurveyAnswered e -> SURVEY;
            case Mentioned e -> MENTION;
            case PulseTaken e -> PULSE;
            case ContractChanged e -> CONTRACT;
            case ScoreChanged e -> SCORE_CHANGED;
            case FlagRaised e -> FLAG_RAISED;
            case FlagEscalated e -> FLAG_ESCALATED;
            case FlagCleared e -> FLAG_CLEARED;
            case RenewalDue e -> RENEWAL_DUE;
            case RenewalDisputed e -> RENEWAL_DISPUTED;
            case TermLapsed e -> TERM_LAPSED;
            case TermRenewed e -> TERM_RENEWED;
            case AccountChurned e -> ACCOUNT_CHURNED;
        };
    }

    Event read(Occurrence occurrence, Fields fields) {
        return reader.apply(occurrence, fields);
    }
}
