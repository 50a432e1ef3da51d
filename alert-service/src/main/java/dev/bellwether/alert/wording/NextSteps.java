package dev.bellwether.alert.wording;

import dev.bellwether.contracts.AccountChurned;
import dev.bellwether.contracts.FlagKind;
import dev.bellwether.contracts.RenewalDisputed;
import dev.bellwether.contracts.RenewalDue;
import dev.bellwether.contracts.RenewalEvent;
import dev.bellwether.contracts.TermLapsed;
import dev.bellwether.contracts.TermRenewed;

/** What somebody could do about it now, in one sentence. */
final class NextSteps {

    private NextSteps() {}

    static String after(FlagKind kind) {
        return switch (kind) {
            case USAGE_DROP -> "Ask the main users what changed; look at which features they stopped using.";
            case LOW_ADOPTION -> "Offer training to the teams whose seats are idle.";
            case INACTIVE -> "Call the main contact today and ask whether something keeps them away.";
            case LATE_PAYMENT -> "Ask accounts payable when they will pay, and whether something is disputed.";
            case PAYMENT_FAILED -> "Ask for another means of payment before access is affected.";
            case TICKET_SPIKE -> "Read the newest tickets with support and tell the customer what happens next.";
            case URGENT_TICKET -> "Agree with support on an owner and a time, and tell the customer both.";
            case DETRACTOR -> "Thank for the answer and ask what would have to change.";
            case NEGATIVE_MENTION -> "Read it, agree on an answer, and call before you write.";
            case CHAMPION_SILENT -> "Find out whether the champion left, and who could follow.";
            case SCORE_DROP -> "Open the account and see which signals took the points.";
            case RED -> "Make a rescue plan with its owner; begin with the largest loss.";
            case ONBOARDING_STALLED -> "Book a working session to get the first two users going.";
            case EXPANSION_READY -> "Propose more seats while they are happy.";
            case ADVOCATE -> "Ask for a reference or a review.";
        };
    }

    /** Nothing to do when the trouble is over; when good news ended, find out why. */
    static String afterEndOf(FlagKind kind) {
        return FlagNames.isGoodNews(kind) ? "Find out what changed." : "Nothing to do.";
    }

    static String after(RenewalEvent event) {
        return switch (event) {
            case RenewalDue due when due.daysLeft() < 0 -> "Clarify today whether the customer stays.";
            case RenewalDue due -> "Talk to the one who decides before the decision date.";
            case RenewalDisputed disputed -> "Ask the account's owner what the figures do not know, or agree on a plan.";
            case TermLapsed lapsed -> "Clarify today whether the customer stays.";
            case TermRenewed renewed -> "Say thank you, and agree on goals for the new term.";
            case AccountChurned churned -> "Note down why they left while it is fresh.";
        };
    }
}
