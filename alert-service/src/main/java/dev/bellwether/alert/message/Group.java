package dev.bellwether.alert.message;

import java.util.List;

/**
 * The alerts of one account that share a thread, as they stand when the message is made.
 *
 * @param items what matters most first; at least one
 * @throws IllegalArgumentException without an item
 */
public record Group(String accountId, List<Item> items) {

    public Group {
        items = List.copyOf(items);
        if (items.isEmpty()) {
            throw new IllegalArgumentException("a message about nothing: account " + accountId);
        }
    }
}
