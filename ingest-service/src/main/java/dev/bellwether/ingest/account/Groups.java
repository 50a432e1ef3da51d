package dev.bellwether.ingest.account;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The groups of ids of which links speak, and what becomes of them: the same ids end up together in whatever order. */
final class Groups {

    private final int limit;
    private final Supplier<UUID> names;
    private final Map<String, UUID> stored = new HashMap<>();
    private final Map<String, UUID> added = new HashMap<>();
    private final Map<UUID, UUID> merged = new HashMap<>();
    private final Map<UUID, Integer> sizes = new HashMap<>();
    private int passedOver;

    /**
     * @param limit of ids of a group
     * @param names of groups that are new
     */
    Groups(int limit, Supplier<UUID> names) {
        this.limit = limit;
        this.names = names;
    }

    /** An id that is kept already, in this group of so many. */
    void put(String id, UUID group, int size) {
        stored.put(id, group);
        sizes.put(group, size);
    }

    /** Brings two ids together, unless they are or there would be too many. */
    void join(Link link) {
        UUID one = group(link.one());
        UUID other = group(link.other());
        int size = size(one) + size(other);
        if (one.equals(other)) {
            return;
        }
        if (size > limit) {
            passedOver++;
            return;
        }
        UUID kept = size(one) >= size(other) ? one : other; // so that few are written anew
        merged.put(kept.equals(one) ? other : one, kept);
        sizes.put(kept, size);
    }

    /** Whether nothing was to be joined. Groups only grow, so that it never will be. */
    boolean areAsStored() {
        return merged.isEmpty();
    }

    /** How many links would have made too many ids one. */
    int passedOver() {
        return passedOver;
    }

    /** All groups of the ids, those that are no more as well. */
    Set<UUID> all() {
        Set<UUID> all = new HashSet<>(stored.values());
        all.addAll(merged.keySet());
        all.addAll(merged.values());
        return all;
    }

    /** The ids that are new, and the groups of theirs. */
    Map<String, UUID> added() {
        return added.keySet().stream()
                .filter(id -> size(group(id)) > 1)
                .collect(Collectors.toMap(id -> id, this::group));
    }

    /** The groups that are no more, and those of which they became part. */
    Map<UUID, UUID> merged() {
        return stored.values().stream()
                .distinct()
                .filter(merged::containsKey)
                .collect(Collectors.toMap(group -> group, this::last));
    }

    private UUID group(String id) {
        UUID group = stored.get(id);
        return last(group == null ? added.computeIfAbsent(id, unknown -> names.get()) : group);
    }

    private int size(UUID group) {
        return sizes.getOrDefault(group, 1);
    }

    private UUID last(UUID group) {
        UUID last = group;
        for (UUID next = merged.get(last); next != null; next = merged.get(last)) {
            last = next;
        }
        return last;
    }
}
