package dev.bellwether.ingest.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.bellwether.ingest.IngestSettings;

/** What an instance remembers of users for as long as it may go on with it. */
public final class Memory {

    /** Few are joined or identified at once, of all that are remembered. */
    private static final int FEW = 10;

    private Memory() {}

    /** Room for as many as are configured. */
    static <K, V> Cache<K, V> ofMany(IngestSettings settings) {
        return of(settings, settings.accounts().cachedUsers());
    }

    /** Room for a tenth as many. */
    public static <K, V> Cache<K, V> ofFew(IngestSettings settings) {
        return of(settings, settings.accounts().cachedUsers() / FEW);
    }

    private static <K, V> Cache<K, V> of(IngestSettings settings, long most) {
        return Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfterWrite(settings.accounts().cachedFor())
                .build();
    }
}
