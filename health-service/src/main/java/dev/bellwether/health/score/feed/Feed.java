package dev.bellwether.health.score.feed;

import dev.bellwether.contracts.EventType;
import dev.bellwether.contracts.Fact;
import dev.bellwether.contracts.Topic;
import java.util.Arrays;

/** A source: all facts that travel on one inbound topic. They come by one way and fall silent together. */
public enum Feed {
    USAGE("usage", Topic.USAGE_EVENTS),
    BILLING("billing", Topic.BILLING_EVENTS),
    SUPPORT("support", Topic.SUPPORT_EVENTS),
    FEEDBACK("feedback", Topic.FEEDBACK_EVENTS),
    /** No signal is built on it alone: who a customer is stays true until something newer is said. */
    ACCOUNT("account", Topic.ACCOUNT_EVENTS);

    private final String json;
    private final Topic topic;

    Feed(String json, Topic topic) {
        this.json = json;
        this.topic = topic;
    }

    /** The name in JSON, metrics and the database; never changes. */
    public String json() {
        return json;
    }

    public Topic topic() {
        return topic;
    }

    /** The feed a fact belongs to, whatever topic it was put on. */
    public static Feed of(Fact fact) {
        return switch (EventType.of(fact)) {
            case USAGE -> USAGE;
            case INVOICE, PAYMENT_FAILED -> BILLING;
            case TICKET -> SUPPORT;
            case SURVEY, MENTION, PULSE -> FEEDBACK;
            case USER, ACCOUNT, CONTRACT -> ACCOUNT;
            case SCORE_CHANGED,
                    FLAG_RAISED,
                    FLAG_ESCALATED,
                    FLAG_CLEARED,
                    RENEWAL_DUE,
                    RENEWAL_DISPUTED,
                    TERM_LAPSED,
                    TERM_RENEWED,
                    ACCOUNT_CHURNED -> throw new IllegalArgumentException(fact + " is announced, not told");
        };
    }

    /**
     * The feed of that name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Feed named(String json) {
        return Arrays.stream(values())
                .filter(feed -> feed.json.equals(json))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no feed is called " + json));
    }
}
