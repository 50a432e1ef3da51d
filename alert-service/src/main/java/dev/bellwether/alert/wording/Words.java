package dev.bellwether.alert.wording;

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
