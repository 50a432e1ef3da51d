package dev.bellwether.ingest.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * What is sent waits for company long enough to be seen waiting, longer than a request waits for it; what is too large
 * fails at once.
 */
public final class SlowToLeave implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "bellwether.producer.linger", "1s",
                "bellwether.producer.buffer-bytes", "2097152",
                "bellwether.ingest.answer-within", "200ms");
    }
}
