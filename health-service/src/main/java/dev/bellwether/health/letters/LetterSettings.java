package dev.bellwether.health.letters;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much one question about the dead letters may cost. */
@ConfigMapping(prefix = "bellwether.dead-letters")
interface LetterSettings {

    /** Most letters looked through for one page; a page that ends there is short and has a cursor. */
    @WithDefault("20000")
    int scanAtMost();

    /** Longest time for that, after which a page ends likewise. */
    @WithDefault("5s")
    Duration scanWithin();

    /** Most letters that one call replays; its answer has a cursor for the rest. */
    @WithDefault("1000")
    int replayAtMost();

    /** How long Kafka may give nothing before a call is answered 503, and how long the database may take. */
    @WithDefault("10s")
    Duration patience();

    /** Most calls that read the topic at the same time in one instance; further ones are answered 503. */
    @WithDefault("2")
    int readersAtMost();
}
