package dev.bellwether.alert.policy.people;

import dev.bellwether.alert.policy.Channel;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody who can be told.
 *
 * @param email in lower case: who it is
 * @param deputy e-mail of whoever stands in
 * @param manager e-mail of whoever is told when neither acknowledges
 * @param budget most messages a week; empty: the usual
 * @param channels on which the person wants to be told; empty: all
 */
public record Person(
        String email,
        Optional<String> slackId,
        Calendar calendar,
        Optional<String> deputy,
        Optional<String> manager,
        DigestTimes digest,
        Optional<Integer> budget,
        Set<Channel> channels) {

    public Person {
        email = email.toLowerCase(Locale.ROOT);
        deputy = deputy.map(one -> one.toLowerCase(Locale.ROOT));
        manager = manager.map(one -> one.toLowerCase(Locale.ROOT));
        channels = Set.copyOf(channels);
    }

    /** Whether it may come on that channel; who names none reads all. */
    public boolean reads(Channel channel) {
        return channels.isEmpty() || channels.contains(channel);
    }

    /** Somebody of whom only the address is known: always at work, on every channel. */
    public static Person unknown(String email, ZoneId zone) {
        return new Person(
                email,
                Optional.empty(),
                Calendar.always(zone),
                Optional.empty(),
                Optional.empty(),
                DigestTimes.USUAL,
                Optional.empty(),
                Set.of());
    }
}
