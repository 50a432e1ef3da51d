package dev.bellwether.alert.delivery;

import dev.bellwether.alert.message.AlertMessage;
import dev.bellwether.alert.message.Content;
import dev.bellwether.alert.message.Digest;
import dev.bellwether.alert.message.FollowUp;
import dev.bellwether.alert.message.Resolved;
import dev.bellwether.alert.message.Summary;
import dev.bellwether.alert.message.SummaryUpdate;
import dev.bellwether.alert.message.Trouble;
import dev.bellwether.alert.message.Update;
import dev.bellwether.contracts.Severity;
import java.util.stream.Stream;

/** What goes first where more waits for a place than it takes; the database keeps the ordinals. */
enum Urgency {
    /** Somebody has to hear of something critical. */
    CRITICAL,
    ALOUD,
    /** Only shows anew what was sent. */
    SILENT;

    static Urgency of(Content content) {
        return switch (content) {
            case AlertMessage m -> of(m.group().items().stream().map(item -> item.severity()));
            case FollowUp m ->
                of(m.group().items().stream()
                        .filter(item -> m.news().contains(item.alert()))
                        .map(item -> item.severity()));
            case Summary m -> of(m.entries().stream().map(entry -> entry.severity()));
            case Trouble m -> CRITICAL;
            case Resolved m -> ALOUD;
            case Digest m -> ALOUD;
            case Update m -> SILENT;
            case SummaryUpdate m -> SILENT;
        };
    }

    private static Urgency of(Stream<Severity> news) {
        return news.anyMatch(severity -> severity == Severity.CRITICAL) ? CRITICAL : ALOUD;
    }
}
