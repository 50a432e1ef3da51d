package dev.bellwether.alert.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.alert.message.AlertMessage;
import dev.bellwether.alert.message.Content;
import dev.bellwether.alert.message.Digest;
import dev.bellwether.alert.message.Entry;
import dev.bellwether.alert.message.FollowUp;
import dev.bellwether.alert.message.Group;
import dev.bellwether.alert.message.Item;
import dev.bellwether.alert.message.Resolved;
import dev.bellwether.alert.message.Summary;
import dev.bellwether.alert.message.SummaryUpdate;
import dev.bellwether.alert.message.Trouble;
import dev.bellwether.alert.message.Update;
import dev.bellwether.alert.policy.Episode;
import dev.bellwether.alert.policy.Subject;
import dev.bellwether.contracts.AccountSnapshot;
import dev.bellwether.contracts.Event;
import dev.bellwether.contracts.Fact;
import dev.bellwether.contracts.HealthEvent;
import dev.bellwether.contracts.RenewalEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a program reads beside the sentences: names that stay the same, whatever people are told. */
final class Facts {

    private Facts() {}

    /** The alerts of a message that tells of one account, by id. */
    static Map<UUID, Item> items(Content content) {
        return group(content).map(Group::items).orElse(List.of()).stream()
                .collect(Collectors.toMap(Item::alert, Function.identity()));
    }

    private static Optional<Group> group(Content content) {
        return switch (content) {
            case AlertMessage m -> Optional.of(m.group());
            case FollowUp m -> Optional.of(m.group());
            case Update m -> Optional.of(m.group());
            case Resolved m -> Optional.of(m.group());
            case Summary m -> Optional.empty();
            case SummaryUpdate m -> Optional.empty();
            case Digest m -> Optional.empty();
            case Trouble m -> Optional.empty();
        };
    }

    /** What a summary or digest lists, in the order of its rows. */
    static List<Entry> entries(Content content) {
        return switch (content) {
            case Summary m -> m.entries();
            case SummaryUpdate m -> m.summary().entries();
            case Digest m -> m.entries();
            case AlertMessage m -> List.of();
            case FollowUp m -> List.of();
            case Update m -> List.of();
            case Resolved m -> List.of();
            case Trouble m -> List.of();
        };
    }

    /** The account as the event knew it. */
    static void account(ObjectNode to, Event event) {
        to.put("accountId", event.accountId());
        snapshot(event)
                .ifPresent(account -> to.put("owner", account.owner())
                        .put("score", account.score())
                        .put("band", account.band().json()));
    }

    private static Optional<AccountSnapshot> snapshot(Event event) {
        return switch (event) {
            case HealthEvent e -> Optional.of(e.account());
            case RenewalEvent e -> Optional.of(e.account());
            case Fact e -> Optional.empty();
        };
    }

    static void alert(ObjectNode to, Item item) {
        Item.@Nullable PutOff putOff = item.putOff();
        to.put("kind", kind(item.event()))
                .put("severity", item.severity().json())
                .put("status", putOff == null ? item.state() : "snoozed")
                .put("handledBy", item.by())
                .put("snoozedUntil", putOff == null ? null : putOff.until().toString())
                .put("assignee", item.assignee());
    }

    static void row(ObjectNode to, Entry entry) {
        to.put("id", entry.alert().toString())
                .put("accountId", entry.event().accountId())
                .put("kind", kind(entry.event()))
                .put("severity", entry.severity().json());
    }

    private static @Nullable String kind(Event event) {
        return Subject.episode(event).map(Episode::kind).orElse(null);
    }
}
