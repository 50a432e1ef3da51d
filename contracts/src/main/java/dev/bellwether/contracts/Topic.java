package dev.bellwether.contracts;

import java.util.List;

/** The Kafka topics; the key of every record is an account id, and the inbound ones have equally many partitions. */
public enum Topic {
    USAGE_EVENTS("usage-events"),
    BILLING_EVENTS("billing-events"),
    SUPPORT_EVENTS("support-events"),
    FEEDBACK_EVENTS("feedback-events"),
    ACCOUNT_EVENTS("account-events"),
    HEALTH_EVENTS("health-events"),
    RENEWAL_EVENTS("renewal-events"),
    DEAD_LETTERS("dead-letters");

    /** The topics that carry facts. */
    public static final List<Topic> INBOUND =
            List.of(USAGE_EVENTS, BILLING_EVENTS, SUPPORT_EVENTS, FEEDBACK_EVENTS, ACCOUNT_EVENTS);

    private final String topicName;

    Topic(String topicName) {
        this.topicName = topicName;
    }

    public String topicName() {
        return topicName;
    }
}
