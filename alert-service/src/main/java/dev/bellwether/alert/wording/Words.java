package dev.bellwether.alert.wording;

import dev.bellwether.alert.message.AlertMessage;
import dev.bellwether.alert.message.Content;
import dev.bellwether.alert.message.Digest;
import dev.bellwether.alert.message.FollowUp;
import dev.bellwether.alert.message.Resolved;
import dev.bellwether.alert.message.Summary;
import dev.bellwether.alert.message.Update;
import dev.bellwether.contracts.Event;
import dev.bellwether.contracts.Fact;
import dev.bellwether.contracts.FlagCleared;
import dev.bellwether.contracts.FlagEscalated;
import dev.bellwether.contracts.FlagRaised;
import dev.bellwether.contracts.RenewalEvent;
import dev.bellwether.contracts.ScoreChanged;
import java.net.URI;

/** Finds the words for an event. */
public final class Words {

    private Words() {}

    /**
     * What a message says, in short.
     *
     * @param console base address of the pages that the message links to
     */
    public static Wording of(Content content, URI console) {
        return switch (content) {
            case AlertMessage message -> MessageWords.group(message.group(), console);
            case FollowUp message -> MessageWords.followUp(message, console);
            case Update message -> MessageWords.group(message.group(), console);
            case Resolved message -> MessageWords.news(message.group(), message.ended(), console);
            case Summary message -> MessageWords.summary(message, console);
            case Digest message -> MessageWords.digest(message, console);
        };
    }

    /**
     * The message about an event.
     *
     * @param console base address of the pages that the message links to
     * @throws IllegalArgumentException for an event that is never told
     */
    public static Wording of(Event event, URI console) {
        return switch (event) {
            case FlagRaised e -> FlagWords.raised(e, e.flag(), console);
            case FlagEscalated e -> FlagWords.escalated(e, e.flag(), console);
            case FlagCleared e -> FlagWords.cleared(e, e.flag(), console);
            case RenewalEvent e -> RenewalWords.of(e, console);
            case ScoreChanged e -> throw new IllegalArgumentException("a moved score is shown, not told: " + e.id());
            case Fact e -> throw new IllegalArgumentException("a fact is not told: " + e.id());
        };
    }
}
