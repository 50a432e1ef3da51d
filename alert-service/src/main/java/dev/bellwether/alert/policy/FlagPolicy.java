package dev.bellwether.alert.policy;

import dev.bellwether.contracts.Flag;
import dev.bellwether.contracts.FlagCleared;
import dev.bellwether.contracts.FlagEscalated;
import dev.bellwether.contracts.FlagKind;
import dev.bellwether.contracts.FlagRaised;
import dev.bellwether.contracts.HealthEvent;
import dev.bellwether.contracts.ScoreChanged;
import java.time.Duration;
import java.util.List;

/**
 * Decides who is told what about a flag. Of each account and kind at most one alert is open; it is told when it opens,
 * when it becomes worse and when it ends, each once. Which alerts are open in the end depends on the events alone, not
 * on their order or repetition.
 */
public final class FlagPolicy {

    private FlagPolicy() {}

    /** What the event leads to, given all that is known of its matter. */
    static Decision decide(Past past, HealthEvent event, Duration coolDown) {
        return switch (event) {
            case ScoreChanged e -> new Decision.Ignored(Reason.SCORE_ONLY);
            case FlagRaised e ->
                standing(past, alert(e, e.flag()), false, coolDown(e.flag().kind(), coolDown));
            case FlagEscalated e ->
                standing(past, alert(e, e.flag()), true, coolDown(e.flag().kind(), coolDown));
            case FlagCleared e -> ended(past, alert(e, e.flag()).in(new AlertState.Cleared(e.occurredAt())));
        };
    }

    private static Alert alert(HealthEvent event, Flag flag) {
        Episode episode = Subject.flag(event.accountId(), flag);
        return new Alert(
                episode, flag.severity(), flag.raisedAt(), Version.of(event), new AlertState.Open(), episode.alertId());
    }

    /**
     * A flag that follows a figure may tremble with it. One that has a cause of its own, an invoice, a ticket, an answer,
     * has another cause when it comes again.
     */
    private static Duration coolDown(FlagKind kind, Duration coolDown) {
        return switch (kind) {
            case LATE_PAYMENT, PAYMENT_FAILED, URGENT_TICKET, DETRACTOR, NEGATIVE_MENTION -> Duration.ZERO;
            case USAGE_DROP,
                    LOW_ADOPTION,
                    INACTIVE,
                    TICKET_SPIKE,
                    CHAMPION_SILENT,
                    SCORE_DROP,
                    RED,
                    ONBOARDING_STALLED,
                    EXPANSION_READY,
                    ADVOCATE -> coolDown;
        };
    }

    /** The flag stands: raised, raised again or escalated. */
    private static Decision standing(Past past, Alert fresh, boolean escalation, Duration coolDown) {
        return past.of(fresh.episode())
                .map(known -> again(known, fresh, escalation))
                .orElseGet(() -> first(past, fresh, coolDown));
    }

    private static Decision first(Past past, Alert fresh, Duration coolDown) {
        if (past.hasNewerThan(fresh)) {
            return new Decision.Kept(fresh.in(new AlertState.Superseded()), List.of(), Reason.OVERTAKEN);
        }
        List<Alert> ended = past.endedBy(fresh);
        List<Alert> superseded =
                ended.stream().map(old -> old.in(new AlertState.Superseded())).toList();
        // Its clearing got lost or is late: people know of it, so it goes on under its new id.
        return ended.stream()
                .filter(old -> old.state().live())
                .max(Alert.BY_AGE)
                .<Decision>map(old -> new Decision.Kept(
                        fresh.in(old.state()).answering(old.thread()), superseded, Reason.RAISED_AGAIN))
                .or(() -> past.endedWithin(coolDown, fresh).map(old -> back(fresh, old, coolDown)))
                .orElseGet(() -> new Decision.Opened(fresh, superseded, Reason.NEW));
    }

    private static Decision back(Alert fresh, Alert old, Duration coolDown) {
        return new Decision.Returned(
                fresh.answering(old.thread()), old.id(), fresh.since().plus(coolDown), Reason.BACK_SOON);
    }

    private static Decision again(Alert known, Alert fresh, boolean escalation) {
        if (!fresh.version().newerThan(known.version())) {
            return new Decision.Ignored(fresh.version().equals(known.version()) ? Reason.REPEATED : Reason.OVERTAKEN);
        }
        Alert updated = known.at(fresh.severity(), fresh.version());
        boolean worse = escalation && fresh.severity().compareTo(known.severity()) > 0;
        return switch (known.state()) {
            case AlertState.Open open -> worse ? escalated(updated) : silently(updated, escalation);
            // whoever is on it took on something lesser
            case AlertState.Acknowledged acknowledged ->
                worse ? escalated(updated.in(new AlertState.Open())) : silently(updated, escalation);
            case AlertState.Resolved resolved ->
                worse ? escalated(updated.in(new AlertState.Open())) : silently(updated, escalation);
            case AlertState.Superseded superseded -> silently(updated, escalation);
            case AlertState.Cleared cleared -> new Decision.Ignored(Reason.ALREADY_OVER);
        };
    }

    private static Decision escalated(Alert alert) {
        return new Decision.Escalated(alert, Reason.WORSE);
    }

    private static Decision silently(Alert alert, boolean escalation) {
        return new Decision.Kept(alert, List.of(), escalation ? Reason.DETAILS_CHANGED : Reason.RAISED_AGAIN);
    }

    /** The flag ended. Clearing is final for its episode, whichever event came before or after. */
    private static Decision ended(Past past, Alert cleared) {
        return past.of(cleared.episode())
                .map(known -> ended(past, known, cleared))
                .orElseGet(() -> endedUnknown(past, cleared));
    }

    private static Decision ended(Past past, Alert known, Alert cleared) {
        Alert closed = cleared.answering(known.thread());
        return switch (known.state()) {
            case AlertState.Open open -> closed(past, closed, List.of(), Reason.OVER);
            case AlertState.Acknowledged acknowledged -> closed(past, closed, List.of(), Reason.OVER);
            // whoever resolved it knows
            case AlertState.Resolved resolved -> new Decision.Kept(closed, List.of(), Reason.OVER);
            case AlertState.Superseded superseded -> new Decision.Kept(closed, List.of(), Reason.OVERTAKEN);
            case AlertState.Cleared already ->
                new Decision.Ignored(known.version().equals(cleared.version()) ? Reason.REPEATED : Reason.ALREADY_OVER);
        };
    }

    /** It is remembered, so that its late raising tells nobody; an older alert that still stands ends with it. */
    private static Decision endedUnknown(Past past, Alert cleared) {
        if (past.hasNewerThan(cleared)) {
            return new Decision.Kept(cleared, List.of(), Reason.OVERTAKEN);
        }
        List<Alert> ended = past.endedBy(cleared);
        List<Alert> superseded =
                ended.stream().map(old -> old.in(new AlertState.Superseded())).toList();
        return ended.stream()
                .filter(old -> old.state().live())
                .max(Alert.BY_AGE)
                .map(old -> closed(past, cleared.answering(old.thread()), superseded, Reason.OVER))
                .orElseGet(() -> new Decision.Kept(cleared, superseded, Reason.OVER_BEFORE_KNOWN));
    }

    private static Decision closed(Past past, Alert alert, List<Alert> superseded, Reason reason) {
        Heard heard = past.heardOf(alert.thread());
        return new Decision.Closed(alert, superseded, heard.told(), heard.pending(), reason);
    }
}
