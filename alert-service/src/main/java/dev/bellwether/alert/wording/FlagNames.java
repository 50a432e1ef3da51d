package dev.bellwether.alert.wording;

import dev.bellwether.contracts.FlagKind;

/** The kinds of flag in the words of a customer success manager. */
final class FlagNames {

    private FlagNames() {}

    static String inWords(FlagKind kind) {
        return switch (kind) {
            case USAGE_DROP -> "usage is dropping";
            case LOW_ADOPTION -> "few of the seats are used";
            case INACTIVE -> "nobody is using it";
            case LATE_PAYMENT -> "an invoice is overdue";
            case PAYMENT_FAILED -> "a payment failed";
            case TICKET_SPIKE -> "unusually many support tickets";
            case URGENT_TICKET -> "an urgent ticket is open";
            case DETRACTOR -> "somebody would not recommend us";
            case NEGATIVE_MENTION -> "criticised in public";
            case CHAMPION_SILENT -> "the champion went quiet";
            case SCORE_DROP -> "the health score fell";
            case RED -> "health is red";
            case ONBOARDING_STALLED -> "onboarding is stalled";
            case EXPANSION_READY -> "ready to expand";
            case ADVOCATE -> "happy enough to recommend us";
        };
    }

    /** Whether the flag is good news, so that its end is not. */
    static boolean isGoodNews(FlagKind kind) {
        return switch (kind) {
            case EXPANSION_READY, ADVOCATE -> true;
            case USAGE_DROP,
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
                    ONBOARDING_STALLED -> false;
        };
    }
}
