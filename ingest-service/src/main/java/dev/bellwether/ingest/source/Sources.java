package dev.bellwether.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bellwether.ingest.IngestSettings;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sources by write key. How long a lookup takes tells nothing of the keys: digests are compared, each in constant
 * time and always all of them.
 */
@Singleton
public class Sources {

    private final List<Lock> locks;

    Sources(IngestSettings settings) {
        List<Lock> all = new ArrayList<>();
        settings.sources().forEach((name, source) -> {
            for (String key : source.writeKeys()) {
                if (key.isBlank()) {
                    throw new IllegalArgumentException("a write key of source '" + name + "' is blank");
                }
                all.add(new Lock(digest(key), name));
            }
        });
        locks = List.copyOf(all);
    }

    /** The name of the source that holds this key, or null when none does. */
    public @Nullable String named(@Nullable String writeKey) {
        byte[] presented = digest(writeKey == null ? "" : writeKey);
        String found = null;
        for (Lock lock : locks) {
            if (MessageDigest.isEqual(lock.digest, presented)) {
                found = lock.source;
            }
        }
        return found;
    }

    private static byte[] digest(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never leaves this class
    private record Lock(byte[] digest, String source) {}
}
