package dev.bellwether.console;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** Settings as values. */
public record TestSettings(Optional<String> token, Optional<String> password, int pageSize) implements ConsoleSettings {

    private static final URI NOWHERE = URI.create("http://localhost:1");

    /** Settings with this password. */
    public static TestSettings withPassword(String password) {
        return new TestSettings(Optional.of("token"), Optional.of(password), 50);
    }

    @Override
    public URI healthUrl() {
        return NOWHERE;
    }

    @Override
    public URI ingestUrl() {
        return NOWHERE;
    }

    @Override
    public URI alertUrl() {
        return NOWHERE;
    }

    @Override
    public URI renewalUrl() {
        return NOWHERE;
    }

    @Override
    public Optional<String> sessionKey() {
        return Optional.empty();
    }

    @Override
    public Duration refreshInterval() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Duration retryPause() {
        return Duration.ofSeconds(2);
    }

    @Override
    public Duration censusInterval() {
        return Duration.ofSeconds(10);
    }

    @Override
    public ZoneId zone() {
        return ZoneOffset.UTC;
    }
}
