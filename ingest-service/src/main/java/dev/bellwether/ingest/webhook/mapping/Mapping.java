package dev.bellwether.ingest.webhook.mapping;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.contracts.EventType;
import dev.bellwether.ingest.webhook.notice.Unmapped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a sender's JSON becomes facts.
 *
 * @param items where the items may lie: the first place with a list, else the last, where one item may stand instead; the
 *     root, when the body itself is the item or the list
 * @param rules each item obeys all whose conditions hold
 */
public record Mapping(List<JsonPointer> items, List<Rule> rules) {

    public Mapping {
        items = List.copyOf(items);
        rules = List.copyOf(rules);
    }

    /** Where the items of a body lie. */
    JsonPointer itemsOf(JsonNode body) {
        return items.stream()
                .filter(place -> body.at(place).isArray())
                .findFirst()
                .orElse(items.getLast());
    }

    /**
     * What an item means when its conditions hold.
     *
     * @param id the event's; without one it is made of the item's bytes
     * @param time when it happened; without one it is the moment of arrival
     */
    record Rule(
            List<Condition> when,
            @Nullable Expression id,
            @Nullable Expression time,
            Ownership ownership,
            Effect effect) {

        Rule {
            when = List.copyOf(when);
        }
    }

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
