package dev.bellwether.alert.webhook;

import dev.bellwether.alert.message.AlertMessage;
import dev.bellwether.alert.message.Content;
import dev.bellwether.alert.message.Digest;
import dev.bellwether.alert.message.Entry;
import dev.bellwether.alert.message.FollowUp;
import dev.bellwether.alert.message.Group;
import dev.bellwether.alert.message.Resolved;
import dev.bellwether.alert.message.Summary;
import dev.bellwether.alert.message.SummaryUpdate;
import dev.bellwether.alert.message.Trouble;
import dev.bellwether.alert.message.Update;
import dev.bellwether.contracts.Event;
import java.time.Instant;
import java.util.stream.Stream;

/** When the newest happened of what a message tells. */
final class Times {

    private Times() {}

    static Instant of(Content content) {
        return switch (content) {
            case AlertMessage(Group group) -> newest(group);
            case FollowUp followUp -> newest(followUp.group());
            case Update(Group group) -> newest(group);
            case Resolved resolved -> newest(resolved.group());
            case Summary summary -> newest(summary);
            case SummaryUpdate update -> newest(update.summary());
            case Digest digest -> digest.until();
            case Trouble trouble -> trouble.at();
        };
    }

    private static Instant newest(Summary summary) {
        return newest(summary.entries().stream().map(Entry::event));
    }

    private static Instant newest(Group group) {
        return newest(group.items().stream().map(item -> item.event()));
    }

    private static Instant newest(Stream<Event> events) {
        return events.map(Event::occurredAt).max(Instant::compareTo).orElse(Instant.EPOCH);
    }
}
