package dev.bellwether.contracts;

/** What can be noticed about an account. */
public enum FlagKind implements Constant {
    USAGE_DROP("USAGE_DROP"),
    LOW_ADOPTION("LOW_ADOPTION"),
    INACTIVE("INACTIVE"),
    LATE_PAYMENT("LATE_PAYMENT"),
    PAYMENT_FAILED("PAYMENT_FAILED"),
    TICKET_SPIKE("TICKET_SPIKE"),
    URGENT_TICKET("URGENT_TICKET"),
    DETRACTOR("DETRACTOR"),
    NEGATIVE_MENTION("NEGATIVE_MENTION"),
    CHAMPION_SILENT("CHAMPION_SILENT"),
    SCORE_DROP("SCORE_DROP"),
    RED("RED"),
    ONBOARDING_STALLED("ONBOARDING_STALLED"),
    EXPANSION_READY("EXPANSION_READY"),
    ADVOCATE("ADVOCATE");

    private final String json;

    FlagKind(String json) {
        this.json = json;
    }

    @Override
    public String json() {
        return json;
    }
}
