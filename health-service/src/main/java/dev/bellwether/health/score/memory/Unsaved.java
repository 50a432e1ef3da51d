package dev.bellwether.health.score.memory;

import it.unimi.dsi.fastutil.longs.Long2ObjectLinkedOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2ObjectMap;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongLinkedOpenHashSet;
import java.util.ArrayList;
import java.util.List;

/** The (key, block) pairs marked since the last save; a plain list, as most marks change nothing. */
final class Unsaved {

    private LongArrayList keys = new LongArrayList(0);
    private LongArrayList blocks = new LongArrayList(0);

    void add(long key, long block) {
        keys.add(key);
        blocks.add(block);
    }

    List<Activity.Change> drain(Masks masks) {
        if (keys.isEmpty()) {
            return List.of();
        }
        Long2ObjectMap<LongLinkedOpenHashSet> keysByBlock = new Long2ObjectLinkedOpenHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            keysByBlock
                    .computeIfAbsent(blocks.getLong(i), block -> new LongLinkedOpenHashSet())
                    .add(keys.getLong(i));
        }
        List<Activity.Change> changes = new ArrayList<>();
        keysByBlock.forEach((block, changed) ->
                changed.forEach(key -> changes.add(new Activity.Change(key, block, masks.of(key, block)))));
        // new lists: a large account's first day must not keep its room for ever
        keys = new LongArrayList(0);
        blocks = new LongArrayList(0);
        return changes;
    }

    interface Masks {

        long of(long key, long block);
    }
}
