package dev.bellwether.health.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.health.HealthSettings;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MemorySharesTest {

    @Test
    void by_default_ids_take_80_million_bytes_and_accounts_have_the_rest() {
        MemoryShares shares = MemoryShares.of(settings(Map.of()));

        assertThat(shares.ids()).isBetween(80_000_000L, 80_000_100L);
        assertThat(shares.ids() + shares.accounts()).isEqualTo(272L << 20);
        assertThat(shares.accounts()).isGreaterThan(192L << 20);
    }

    @Test
    void ids_that_would_leave_accounts_next_to_nothing_are_refused() {
        HealthSettings tooMany = settings(Map.of("bellwether.health.memory", "80M"));

        assertThatThrownBy(() -> MemoryShares.of(tooMany))
                .hasMessageContaining("bellwether.health.repeats-remembered")
                .hasMessageContaining("bellwether.health.memory");
    }

    private static HealthSettings settings(Map<String, String> given) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(HealthSettings.class)
                .withSources(new PropertiesConfigSource(given, "given", 100))
                .addDefaultInterceptors()
                .build()
                .getConfigMapping(HealthSettings.class);
    }
}
