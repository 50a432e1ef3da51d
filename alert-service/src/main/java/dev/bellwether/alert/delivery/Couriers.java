package dev.bellwether.alert.delivery;

import dev.bellwether.alert.AlertSettings;
import dev.bellwether.alert.document.Fault;
import dev.bellwether.alert.message.Recipient;
import dev.bellwether.alert.policy.Channel;
import dev.bellwether.alert.policy.people.Person;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** One courier for each channel that is configured, each on a thread of its own: a slow channel delays no other. */
@ApplicationScoped
public class Couriers {

    private final Map<Channel, Rounds> rounds = new EnumMap<>(Channel.class);
    private final Map<Channel, Notifier> notifiers = new EnumMap<>(Channel.class);

    Couriers(@All List<Notifier> notifiers, Queue queue, Aftermath aftermath, AlertSettings settings) {
        for (Notifier notifier : notifiers) {
            if (notifier.enabled()) {
                checkLease(
                        notifier.channel(),
                        notifier.timeout(),
                        settings.worker().lease());
                var courier = new Courier(notifier, queue, aftermath, settings);
                this.notifiers.put(notifier.channel(), notifier);
                rounds.put(notifier.channel(), new Rounds(courier, notifier.timeout(), settings.worker()));
            }
        }
    }

    /** A message that takes longer than its lease would be fetched, and sent, once more. */
    static void checkLease(Channel channel, Duration timeout, Duration lease) {
        Duration least = timeout.plus(AlertSettings.Worker.MARGIN);
        if (lease.compareTo(least) < 0) {
            throw new IllegalArgumentException("bellwether.alert.worker.lease is " + lease + " but must be at least "
                    + least + ", since " + channel.label() + " may take " + timeout);
        }
    }

    /** The channels that are on. */
    Set<Channel> all() {
        return Set.copyOf(notifiers.keySet());
    }

    /** The channels on which people can be told. */
    public Set<Channel> channels() {
        return notifiers.values().stream()
                .filter(Notifier::forPeople)
                .map(Notifier::channel)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The channels on which a person is told: those that the route wants, all where it wants none, as far as they are on
     * and the person reads them.
     *
     * @return at least one, as long as any channel is on that is not closed to the person
     */
    public Set<Channel> to(Person person, Set<Channel> wanted) {
        Set<Channel> open = channels().stream()
                .filter(channel -> !person.closed().contains(channel))
                .collect(Collectors.toUnmodifiableSet());
        return among(among(open, wanted::contains), person::reads);
    }

    /** A wish that leaves no channel gives way: nobody is told nothing. */
    static Set<Channel> among(Set<Channel> on, Predicate<Channel> wanted) {
        Set<Channel> both = on.stream().filter(wanted).collect(Collectors.toUnmodifiableSet());
        return both.isEmpty() ? on : both;
    }

    /**
     * Refuses a wish for channels on which nobody would be told.
     *
     * @param pointer where the wish stands in its document
     */
    public List<Fault> faults(String pointer, Set<Channel> wanted) {
        return channels().containsAll(wanted)
                ? List.of()
                : List.of(new Fault(pointer, "must name channels that are on and tell people: " + labels(channels())));
    }

    private static String labels(Set<Channel> channels) {
        return channels.stream().sorted().map(Channel::label).collect(Collectors.joining(", "));
    }

    /** Where the circuit of each channel stands. */
    Map<Channel, Circuit.State> circuits() {
        Map<Channel, Circuit.State> states = new EnumMap<>(Channel.class);
        rounds.forEach((channel, round) -> states.put(channel, round.state()));
        return states;
    }

    /** Where a message for a person is read on a channel. */
    public Recipient addressed(Channel channel, Recipient person) {
        Notifier notifier = notifiers.get(channel);
        return notifier == null ? person : notifier.addressed(person);
    }

    /** Whether a channel can show anew what it sent. */
    public boolean edits(Channel channel) {
        Notifier notifier = notifiers.get(channel);
        return notifier != null && notifier.edits();
    }

    /** Says that something became due; without it couriers look by themselves after a while. */
    public void nudge() {
        rounds.values().forEach(Rounds::nudge);
    }

    void start(@Observes StartupEvent started) {
        rounds.values().forEach(Rounds::start);
    }

    void stop(@Observes ShutdownEvent stopping) {
        rounds.values().forEach(Rounds::stop);
        rounds.values().forEach(Rounds::join);
    }
}
