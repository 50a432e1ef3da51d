package dev.bellwether.console;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/** How the console is set up. */
@ConfigMapping(prefix = "bellwether.console")
public interface ConsoleSettings {

    /** Base address of health-service, which is asked for scores and flags. */
    @WithDefault("http://localhost:8082")
    URI healthUrl();

    /** Base address of ingest-service; the empty portfolio tells people to send their first event there. */
    @WithDefault("http://localhost:8081")
    URI ingestUrl();

    /** Base address of alert-service. */
    @WithDefault("http://localhost:8083")
    URI alertUrl();

    /** Base address of renewal-service, which is asked for the day's renewals and told what people say of them. */
    @WithDefault("http://localhost:8084")
    URI renewalUrl();

    /** The bearer token (a JWT with the role manager) shown to the services. It is a secret and has no default. */
    Optional<String> token();

    /** The password of the user {@code admin}, at least 12 characters. It is a secret and has no default. */
    Optional<String> password();

    /**
     * Encrypts the session cookie, at least 16 characters. It is a secret; without it one is made at start, so that a
     * restart asks everybody to log in again.
     */
    Optional<String> sessionKey();

    /** How often an open page asks for news. */
    @WithDefault("5s")
    Duration refreshInterval();

    /** How long a service is left alone after it failed to answer. */
    @WithDefault("2s")
    Duration retryPause();

    /** For how long the number of accounts in each band is good before they are counted again. */
    @WithDefault("10s")
    Duration censusInterval();

    /** Rows loaded at once, 1 … 200. */
    @WithDefault("50")
    int pageSize();

    /** The time zone in which days are counted and times are shown. */
    @WithDefault("UTC")
    ZoneId zone();
}
