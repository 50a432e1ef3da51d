package dev.bellwether.contracts;

/** What can be noticed about an account. */
public enum FlagKind implements Constant {
    USAGE_DROP,
    LOW_ADOPTION,
    INACTIVE,
    LATE_PAYMENT,
    PAYMENT_FAILED,
    TICKET_SPIKE,
    URGENT_TICKET,
    DETRACTOR,
    NEGATIVE_MENTION,
    CHAMPION_SILENT,
    SCORE_DROP,
    RED,
    ONBOARDING_STALLED,
    EXPANSION_READY,
    ADVOCATE;

    @Override
    public String json() {
        return name();
    }
}
