package dev.bellwether.alert.message;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One message in the place of many: more became due for one person than anybody reads.
 *
 * @param entries the weightiest first
 * @param more how many further ones are not listed, 0 or more; the digest has them all
 */
public record Summary(List<Entry> entries, int more) implements Content {

    public Summary {
        entries = List.copyOf(entries);
        if (more < 0) {
            throw new IllegalArgumentException("a summary with " + more + " more entries");
        }
    }

    /**
     * What is left to tell without some of the alerts that it is about; empty when nothing is.
     *
     * @param unlisted how many of those that are not listed there are less
     */
    public Optional<Summary> without(Set<UUID> listed, int unlisted) {
        List<Entry> left = entries.stream()
                .filter(entry -> !listed.contains(entry.alert()))
                .toList();
        var summary = new Summary(left, Math.max(0, more - unlisted));
        return summary.entries().isEmpty() && summary.more() == 0 ? Optional.empty() : Optional.of(summary);
    }

    /** The same with those of its alerts as they stand now; what is not listed stays unlisted. */
    public Summary with(Map<UUID, Entry> now) {
        return new Summary(
                entries.stream()
                        .map(entry -> now.getOrDefault(entry.alert(), entry))
                        .toList(),
                more);
    }
}
