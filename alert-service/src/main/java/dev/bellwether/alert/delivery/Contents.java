package dev.bellwether.alert.delivery;

import dev.bellwether.alert.message.AlertMessage;
import dev.bellwether.alert.message.Content;
import dev.bellwether.alert.message.Digest;
import dev.bellwether.alert.message.FollowUp;
import dev.bellwether.alert.message.Group;
import dev.bellwether.alert.message.Item;
import dev.bellwether.alert.message.Resolved;
import dev.bellwether.alert.message.Summary;
import dev.bellwether.alert.message.SummaryUpdate;
import dev.bellwether.alert.message.Trouble;
import dev.bellwether.alert.message.Update;
import dev.bellwether.alert.policy.Episode;
import dev.bellwether.alert.policy.Matter;
import dev.bellwether.alert.policy.Subject;
import dev.bellwether.contracts.Event;
import java.util.List;
import java.util.Optional;

/** What is left of a message when one of the things it tells is over. */
final class Contents {

    private Contents() {}

    /** The message without what it says of a matter; unchanged where nothing else would be left. */
    static Content without(Content content, String accountId, String matter) {
        return switch (content) {
            case AlertMessage m -> new AlertMessage(without(m.group(), accountId, matter));
            case FollowUp m -> new FollowUp(without(m.group(), accountId, matter), m.news(), m.cause());
            case Update m -> new Update(without(m.group(), accountId, matter));
            case Resolved m -> new Resolved(without(m.group(), accountId, matter), m.ended());
            case Summary m -> m;
            case SummaryUpdate m -> m;
            case Digest m -> m;
            case Trouble m -> m;
        };
    }

    /** The message with an alert as it stands now; unchanged where it does not speak of it. */
    static Content with(Content content, Item now) {
        return switch (content) {
            case AlertMessage m -> new AlertMessage(with(m.group(), now));
            case FollowUp m -> new FollowUp(with(m.group(), now), m.news(), m.cause());
            case Update m -> new Update(with(m.group(), now));
            case Resolved m -> new Resolved(with(m.group(), now), m.ended());
            case Summary m -> m;
            case SummaryUpdate m -> m;
            case Digest m -> m;
            case Trouble m -> m;
        };
    }

    /** The summary that a message tells or shows anew; empty when it is about something else. */
    static Optional<Summary> summary(Content content) {
        return switch (content) {
            case Summary m -> Optional.of(m);
            case SummaryUpdate m -> Optional.of(m.summary());
            case AlertMessage m -> Optional.empty();
            case FollowUp m -> Optional.empty();
            case Update m -> Optional.empty();
            case Resolved m -> Optional.empty();
            case Digest m -> Optional.empty();
            case Trouble m -> Optional.empty();
        };
    }

    private static Group with(Group group, Item now) {
        return new Group(
                group.accountId(),
                group.items().stream()
                        .map(item -> item.alert().equals(now.alert()) ? now : item)
                        .toList());
    }

    private static Group without(Group group, String accountId, String matter) {
        List<Item> left = group.items().stream()
                .filter(item -> !isAbout(item.event(), matter))
                .toList();
        return left.isEmpty() ? group : new Group(accountId, left);
    }

    private static boolean isAbout(Event event, String matter) {
        return matter(event).filter(one -> one.name().equals(matter)).isPresent();
    }

    /** What an event is about, if it is about anything that is told. */
    static Optional<Matter> matter(Event event) {
        return Subject.episode(event).map(Episode::matter);
    }
}
