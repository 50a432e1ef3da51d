package dev.bellwether.alert.book;

import dev.bellwether.alert.delivery.Couriers;
import dev.bellwether.alert.message.Recipient;
import dev.bellwether.alert.policy.Channel;
import dev.bellwether.alert.policy.people.Person;
import dev.bellwether.alert.policy.route.Route;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where a person reads what takes a route: on each channel one address. */
record Addresses(Couriers couriers) {

    Map<Channel, Recipient> of(Person person, Route route) {
        return of(person, route.channels(), route.slackChannel());
    }

    /** Where a summary of what takes several routes is read: the channels of them all, as soon as one names none every channel. */
    Map<Channel, Recipient> of(Person person, List<Route> routes) {
        Set<Channel> wanted = EnumSet.noneOf(Channel.class);
        routes.forEach(route -> wanted.addAll(route.channels()));
        boolean any = routes.stream().anyMatch(route -> route.channels().isEmpty());
        return of(person, any ? Set.of() : wanted, Optional.empty());
    }

    private Map<Channel, Recipient> of(Person person, Set<Channel> wanted, Optional<String> slackChannel) {
        Set<Channel> channels = couriers.to(person, wanted);
        if (channels.isEmpty()) {
            throw new IllegalStateException("there is no channel on which people could be told");
        }
        Recipient own = new Recipient(person.email(), person.slackId(), Optional.empty());
        Map<Channel, Recipient> addresses = new LinkedHashMap<>();
        channels.stream()
                .sorted()
                .forEach(channel -> addresses.put(
                        channel,
                        channel == Channel.SLACK && slackChannel.isPresent()
                                ? own.at(slackChannel.get())
                                : couriers.addressed(channel, own)));
        return addresses;
    }
}
