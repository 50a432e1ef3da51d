package dev.bellwether.renewal;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The sweep asks often, so that tests need not wait for it. */
public final class QuickSweep implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "bellwether.renewal.sweep-every", "0.2s",
                "bellwether.renewal.census-every", "2s",
                "bellwether.renewal.rates.isk", "0.007"); // small, as the environment tells it
    }
}
