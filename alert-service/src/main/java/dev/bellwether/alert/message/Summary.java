package dev.bellwether.alert.message;

import java.util.List;

/**
 * One message in the place of many: more became due for one person than anybody reads.
 *
 * @param entries the weightiest first
 * @param more how many further ones are not listed; the digest has them all
 */
public record Summary(List<Entry> entries, int more) implements Content {

    public Summary {
        entries = List.copyOf(entries);
    }
}
