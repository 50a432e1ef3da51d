package dev.bellwether.health.score.memory;

import it.unimi.dsi.fastutil.longs.Long2ObjectMap;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongIterator;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongSet;
import java.math.BigDecimal;

/**
 * What those used who are or once were internal, each for themselves, and which features everybody else used: just what
 * it takes to leave out whoever is internal as of a day. Its size does not depend on how many the others are.
 */
final class Insiders {

    private record Insider(Activity features, Volumes volumes) {}

    private final Long2ObjectMap<Insider> byUser;
    private final Activity others = new Activity();

    /** Nothing was used yet; {@code users} are all who ever were internal by any version. */
    Insiders(LongSet users) {
        byUser = new Long2ObjectOpenHashMap<>(users.size());
        users.forEach(user -> byUser.put(user, new Insider(new Activity(), new Volumes())));
    }

    int size() {
        return byUser.size();
    }

    void add(long user, long feature, long day, long millionths) {
        Insider insider = byUser.get(user);
        if (insider == null) {
            others.remember(feature, day);
        } else {
            insider.features.remember(feature, day);
            insider.volumes.remember(day, BigDecimal.valueOf(millionths, 6));
        }
    }

    /** What this takes of memory, in bytes; an estimate. */
    long bytes() {
        long bytes = others.bytes();
        for (Insider insider : byUser.values()) {
            bytes += insider.features.bytes() + insider.volumes.bytes();
        }
        return bytes;
    }

    /** What the given users used over the days, both ends included. */
    BigDecimal volume(long from, long to, LongSet internal) {
        BigDecimal sum = BigDecimal.ZERO;
        for (LongIterator users = internal.iterator(); users.hasNext(); ) {
            sum = sum.add(byUser.get(users.nextLong()).volumes.sum(from, to));
        }
        return sum;
    }

    /** Number of features that within the days were used by the given users and by nobody else. */
    int featuresOnlyOf(LongSet internal, long from, long to) {
        LongSet features = new LongOpenHashSet();
        for (LongIterator users = internal.iterator(); users.hasNext(); ) {
            byUser.get(users.nextLong()).features.collect(from, to, features);
        }
        features.removeIf(feature -> others.isActive(feature, from, to));
        for (Long2ObjectMap.Entry<Insider> entry : byUser.long2ObjectEntrySet()) {
            if (!internal.contains(entry.getLongKey())) {
                Activity own = entry.getValue().features;
                features.removeIf(feature -> own.isActive(feature, from, to));
            }
        }
        return features.size();
    }
}
