package dev.bellwether.alert.testing;

import dev.bellwether.alert.AlertSettings;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;

/** Settings without a running service: the defaults, and what a test says. */
public final class TestSettings {

    private static final String PREFIX = "bellwether.alert.";

    private TestSettings() {}

    /** Keys without their prefix. */
    public static AlertSettings of(Map<String, String> settings) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                // "30s", as Quarkus reads it
                .withConverter(Duration.class, 300, new DurationConverter())
                .withMapping(AlertSettings.class);
        settings.forEach((key, value) -> builder.withDefaultValue(PREFIX + key, value));
        return builder.build().getConfigMapping(AlertSettings.class);
    }
}
