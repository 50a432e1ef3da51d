package dev.bellwether.health.score.flag;

import dev.bellwether.contracts.FlagKind;
import java.util.Optional;

/** Which rule judges which kind of flag. */
final class Rules {

    private Rules() {}

    static Verdict judge(FlagKind kind, Situation situation, Optional<OpenFlag> open) {
        return switch (kind) {
            case USAGE_DROP -> UsageRules.drop(situation.figures());
            case LOW_ADOPTION -> UsageRules.lowAdoption(situation.figures());
            case INACTIVE -> UsageRules.inactive(situation.figures());
            case LATE_PAYMENT -> BillingRules.latePayment(situation.figures());
            case PAYMENT_FAILED -> BillingRules.paymentFailed(situation.figures());
            case TICKET_SPIKE -> SupportRules.spike(situation.figures());
            case URGENT_TICKET -> SupportRules.urgent(situation.figures());
            case DETRACTOR -> VoiceRules.detractor(situation.figures());
            case NEGATIVE_MENTION -> VoiceRules.negativeMention(situation.figures());
            case CHAMPION_SILENT -> PeopleRules.championSilent(situation.figures());
            case SCORE_DROP -> ScoreRules.drop(situation, open);
            case RED -> ScoreRules.red(situation);
            case ONBOARDING_STALLED -> PeopleRules.onboardingStalled(situation.figures());
            case EXPANSION_READY -> GoodNewsRules.expansionReady(situation);
            case ADVOCATE -> GoodNewsRules.advocate(situation);
        };
    }
}
