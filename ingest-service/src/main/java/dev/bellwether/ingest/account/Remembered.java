package dev.bellwether.ingest.account;

import com.github.benmanes.caffeine.cache.Cache;
import dev.bellwether.contracts.EventIds;
import dev.bellwether.ingest.IngestSettings;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The accounts of users in memory. Threads come here in another order than that in which the database took them. */
final class Remembered {

    private final Cache<String, Word> told;
    private final Cache<String, UUID> groups;
    private final Cache<UUID, Word> newest;
    private final AtomicLong changes = new AtomicLong();

    Remembered(IngestSettings settings) {
        this.told = Memory.ofMany(settings);
        this.groups = Memory.ofFew(settings);
        this.newest = Memory.ofFew(settings);
    }

    /** What was said of the user, else the newest of the group; null when neither is in memory. */
    @Nullable
    String account(String user) {
        Word word = told.getIfPresent(user);
        if (word == null) {
            UUID group = groups.getIfPresent(user);
            word = group == null ? null : newest.getIfPresent(group);
        }
        return word == null ? null : word.account;
    }

    /** To be taken before the database is asked. */
    long stamp() {
        return changes.get();
    }

    /**
     * What was found; what follows somebody else is asked for each time, because that one may change.
     *
     * @param stamp a word about a group is taken only if none was said and no groups were joined since
     */
    void found(KnownAccount row, long stamp) {
        Word word = Word.of(row);
        if (word != null && row.told) {
            told.asMap().merge(row.userId, word, Word::newer);
        } else if (word != null && row.groupId != null) {
            newest.asMap().compute(row.groupId, (group, former) -> changes.get() == stamp ? word : former);
            groups.put(row.userId, row.groupId);
        } else {
            told.invalidate(row.userId);
        }
    }

    /** What was said now. */
    void learned(KnownAccount row) {
        Word word = Word.of(row);
        if (word != null && row.told) {
            told.asMap().merge(row.userId, word, Word::newer);
            if (row.groupId != null) {
                changes.incrementAndGet();
                newest.asMap().computeIfPresent(row.groupId, (group, former) -> former.newer(word));
            }
        } else {
            told.invalidate(row.userId);
        }
    }

    /** What is known of these users may be newer than what is in memory: somebody learned it who did not live to hear of it. */
    void doubt(Collection<String> users) {
        if (!users.isEmpty()) {
            told.invalidateAll(users);
            changes.incrementAndGet();
            newest.invalidateAll();
        }
    }

    /** These groups are other ones now. */
    void forget(Collection<UUID> changed) {
        changes.incrementAndGet();
        newest.invalidateAll(changed);
    }

    private record Word(String account, Instant at, String eventId) {

        static @Nullable Word of(KnownAccount row) {
            return row.accountId == null ? null : new Word(row.accountId, row.learnedAt, row.eventId);
        }

        Word newer(Word other) {
            return EventIds.isOlder(other.at, other.eventId, at, eventId) ? this : other;
        }
    }
}
