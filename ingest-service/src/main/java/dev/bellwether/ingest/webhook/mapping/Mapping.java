package dev.bellwether.ingest.webhook.mapping;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.contracts.EventType;
import dev.bellwether.ingest.webhook.notice.Unmapped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How a sender's JSON becomes facts.
 *
 * @param items where the items may lie: the first place with a list of objects, else the last, where one item may stand
 *     instead; the root, when the body itself is the item or the list
 * @param rules each item obeys all whose conditions hold
 */
public record Mapping(List<JsonPointer> items, List<Rule> rules) {

    public Mapping {
        items = List.copyOf(items);
        rules = List.copyOf(rules);
    }

    /**
     * Where the items of a body lie. A list of something else, or of nothing, may be a field of the one item, and counts only
     * where there is no such item.
     */
    JsonPointer itemsOf(JsonNode body) {
        JsonPointer last = items.getLast();
        return first(place -> holdsObjects(body.at(place)))
                .or(() -> body.at(last).isMissingNode()
                        ? first(place -> body.at(place).isArray())
                        : Optional.empty())
                .orElse(last);
    }

    private Optional<JsonPointer> first(Predicate<JsonPointer> kind) {
        return items.stream().filter(kind).findFirst();
    }

    private static boolean holdsObjects(JsonNode place) {
        return place.isArray() && place.valueStream().anyMatch(JsonNode::isObject);
    }

    /**
     * What an item means when its conditions hold.
     *
     * @param id the event's; without one it is made of the item's bytes
     * @param time when it happened; without one it is the moment of arrival
     */
    record Rule(
            When when, @Nullable Expression id, @Nullable Expression time, Ownership ownership, Effect effect) {}

    /** Where the account stands; each expression may lead to one. */
    record Ownership(List<Expression> accounts, List<Expression> customers, List<Expression> users, Unmapped unmapped) {

        Ownership {
            accounts = List.copyOf(accounts);
            customers = List.copyOf(customers);
            users = List.copyOf(users);
        }
    }

    /** What a rule makes. */
    sealed interface Effect {

        /** A fact of that type. */
        record Says(EventType type, Map<String, Shape> fields) implements Effect {

            public Says {
                fields = Map.copyOf(fields);
            }
        }

        /** From now on that customer belongs to the rule's owner. */
        record Links(Expression customer) implements Effect {}
    }
}
