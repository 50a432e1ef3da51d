package dev.bellwether.alert.policy;

import dev.bellwether.contracts.AccountChurned;
import dev.bellwether.contracts.RenewalDisputed;
import dev.bellwether.contracts.RenewalDue;
import dev.bellwether.contracts.RenewalEvent;
import dev.bellwether.contracts.Severity;
import dev.bellwether.contracts.TermLapsed;
import dev.bellwether.contracts.TermRenewed;
import java.util.List;

/**
 * Decides who is told what about a contract: each milestone and each outcome of a term once, and again where the dates
 * of the term move. The newest stays open until somebody resolves it or a newer one takes its place; a renewal, a
 * goodbye or a disputed call leaves nothing to wait for.
 */
public final class RenewalPolicy {

    private static final int LAST_CALL_DAYS = 7;
    private static final int SOON_DAYS = 30;

    private RenewalPolicy() {}

    /** What the event leads to, given all that is known of its contract. */
    public static Decision decide(Past past, RenewalEvent event) {
        Episode episode = Subject.of(event);
        if (past.of(episode).isPresent()) {
            return new Decision.Ignored(Reason.REPEATED);
        }
        Alert fresh = new Alert(
                episode, severity(event), event.occurredAt(), Version.of(event), state(event), episode.alertId());
        if (past.hasNewerThan(fresh)) {
            AlertState late = fresh.state().live() ? new AlertState.Superseded() : fresh.state();
            return new Decision.Opened(fresh.in(late), List.of(), Reason.NEW);
        }
        List<Alert> superseded = past.endedBy(fresh).stream()
                .map(old -> old.in(new AlertState.Superseded()))
                .toList();
        return new Decision.Opened(fresh, superseded, Reason.NEW);
    }

    private static Severity severity(RenewalEvent event) {
        return switch (event) {
            case RenewalDue e when e.daysLeft() <= LAST_CALL_DAYS -> Severity.HIGH;
            case RenewalDue e when e.daysLeft() <= SOON_DAYS -> Severity.MEDIUM;
            case RenewalDue e -> Severity.LOW;
            case RenewalDisputed e -> Severity.HIGH;
            case TermLapsed e -> Severity.HIGH;
            case TermRenewed e -> Severity.INFO;
            case AccountChurned e -> Severity.CRITICAL;
        };
    }

    private static AlertState state(RenewalEvent event) {
        return switch (event) {
            case RenewalDue e -> new AlertState.Open();
            case RenewalDisputed e -> new AlertState.Cleared(e.occurredAt());
            case TermLapsed e -> new AlertState.Open();
            case TermRenewed e -> new AlertState.Cleared(e.occurredAt());
            case AccountChurned e -> new AlertState.Cleared(e.occurredAt());
        };
    }
}
