package dev.bellwether.alert.policy.people;

import dev.bellwether.alert.policy.Channel;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Somebody who can be told.
 *
 * @param email in lower case: who it is
 * @param deputy e-mail of whoever stands in
 * @param manager e-mail of whoever is told when neither acknowledges
 * @param budget most messages a week; empty: the usual
 * @param channels on which the person wants to be told; empty: all
 * @param closed those on which nothing reaches the person, since they were unsubscribed from
 */
public record Person(
        String email,
        Optional<String> slackId,
        Calendar calendar,
        Optional<String> deputy,
        Optional<String> manager,
        DigestTimes digest,
        Optional<Integer> budget,
        Set<Channel> channels,
        Set<Channel> closed) {

    private static final Pattern ADDRESS = Pattern.compile("[^@\\s<>]{1,64}@[^@\\s<>]{1,255}");

    /** Whether a text has the form of an e-mail address. */
    public static boolean isAddress(String text) {
        return ADDRESS.matcher(text).matches();
    }

    public Person {
        email = email.toLowerCase(Locale.ROOT);
        deputy = deputy.map(one -> one.toLowerCase(Locale.ROOT));
        manager = manager.map(one -> one.toLowerCase(Locale.ROOT));
        channels = Set.copyOf(channels);
        closed = Set.copyOf(closed);
    }

    /** Somebody who reads every channel. */
    public Person(
            String email,
            Optional<String> slackId,
            Calendar calendar,
            Optional<String> deputy,
            Optional<String> manager,
            DigestTimes digest,
            Optional<Integer> budget,
            Set<Channel> channels) {
        this(email, slackId, calendar, deputy, manager, digest, budget, channels, Set.of());
    }

    /** The same person, whom nothing reaches on a channel. */
    public Person without(Channel channel) {
        return new Person(email, slackId, calendar, deputy, manager, digest, budget, channels, Set.of(channel));
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
