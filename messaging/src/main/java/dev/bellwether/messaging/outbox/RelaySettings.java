package dev.bellwether.messaging.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How announcements travel from the outbox to Kafka. */
@ConfigMapping(prefix = "bellwether.relay")
public interface RelaySettings {

    /** Whether this process publishes its outbox at all. A service without an outbox switches it off. */
    @WithDefault("true")
    boolean enabled();

    /** How often the outbox is looked at. */
    @WithDefault("100ms")
    Duration interval();

    /** Most events published in one transaction. */
    @WithDefault("1000")
    int batch();

    /** Pause after a failure (Kafka or the database away). */
    @WithDefault("1s")
    Duration pauseAfterFailure();
}
