package dev.bellwether.alert.policy.route;

import dev.bellwether.alert.policy.Channel;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * One way that alerts take.
 *
 * @param to e-mail of whoever is told; empty: the account's owner
 * @param channels empty: every channel that is on
 * @param slackChannel where in Slack; empty: as configured
 * @param acknowledgeWithin work time until the next in line is told; empty: never
 */
public record Route(
        String name,
        Match match,
        Timing timing,
        Optional<String> to,
        Set<Channel> channels,
        Optional<String> slackChannel,
        Optional<Duration> acknowledgeWithin) {

    public Route {
        channels = Set.copyOf(channels);
    }
}
