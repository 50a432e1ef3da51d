package dev.bellwether.alert.testing;

import dev.bellwether.alert.AlertSettings;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** Settings without a configuration. */
public record TestSettings(Optional<String> webhookUrl, Duration timeout)
        implements AlertSettings, AlertSettings.Slack {

    @Override
    public URI consoleUrl() {
        return URI.create("http://localhost:8080");
    }

    @Override
    public String fallbackRecipient() {
        return "cs-team@example.com";
    }

    @Override
    public Duration inboxRetention() {
        return Duration.ofDays(30);
    }

    @Override
    public Duration retention() {
        return Duration.ofDays(400);
    }

    @Override
    public ZoneId zone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Duration lookEvery() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Rhythm rhythm() {
        throw new UnsupportedOperationException("no test without a configuration tells people");
    }

    @Override
    public Slack slack() {
        return this;
    }

    @Override
    public Email email() {
        throw new UnsupportedOperationException("no test without a configuration sends mail");
    }

    @Override
    public Retry retry() {
        throw new UnsupportedOperationException("no test without a configuration tries again");
    }

    @Override
    public Worker worker() {
        throw new UnsupportedOperationException("no test without a configuration fetches messages");
    }
}
