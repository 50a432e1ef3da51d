package dev.bellwether.alert.wording;

import dev.bellwether.alert.message.AlertMessage;
import dev.bellwether.alert.message.Content;
import dev.bellwether.alert.message.Digest;
import dev.bellwether.alert.message.FollowUp;
import dev.bellwether.alert.message.Group;
import dev.bellwether.alert.message.Resolved;
import dev.bellwether.alert.message.Summary;
import dev.bellwether.alert.message.SummaryUpdate;
import dev.bellwether.alert.message.Trouble;
import dev.bellwether.alert.message.Update;
import dev.bellwether.contracts.Event;
import dev.bellwether.contracts.Fact;
import dev.bellwether.contracts.FlagCleared;
import dev.bellwether.contracts.FlagEscalated;
import dev.bellwether.contracts.FlagRaised;
import dev.bellwether.contracts.RenewalEvent;
import dev.bellwether.contracts.ScoreChanged;
import java.net.URI;
import java.util.Set;
import java.util.UUID;

/** Finds the words for an event. */
public final class Words {

    private Words() {}

    /**
     * What a message says.
     *
     * @param console base address of the pages that the message links to
     */
    public static Said of(Content content, URI console) {
        return switch (content) {
            case AlertMessage(Group group) -> StoryWords.of(group, console);
            case FollowUp followUp -> StoryWords.news(followUp, console);
            case Update(Group group) -> StoryWords.of(group, console);
            case Resolved(Group group, Set<UUID> ended) -> StoryWords.ended(group, ended, console);
            case Summary summary -> BulletinWords.of(summary, console);
            case SummaryUpdate update -> BulletinWords.of(update.summary(), console);
            case Digest digest -> BulletinWords.of(digest, console);
            case Trouble trouble -> BulletinWords.of(trouble, console);
        };
    }

    /** How the alerts of one account stand, for a message that is edited. */
    public static Story standing(Group group, URI console) {
        return StoryWords.of(group, console);
    }

    /** How the entries of a summary stand, for a message that is edited. */
    public static Bulletin standing(Summary summary, URI console) {
        return BulletinWords.of(summary, console);
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
