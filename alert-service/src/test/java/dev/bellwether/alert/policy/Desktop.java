package dev.bellwether.alert.policy;

import dev.bellwether.contracts.Event;
import dev.bellwether.contracts.HealthEvent;
import dev.bellwether.contracts.RenewalEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** A service in memory: it does what is decided, and checks after every step what must always hold. */
final class Desktop {

    private static final Set<Channel> EVERYWHERE = EnumSet.of(Channel.SLACK, Channel.EMAIL);

    /** These stories have no cool-down; what comes back soon has its own. */
    private static final Duration COOL_DOWN = Duration.ZERO;

    final Map<UUID, Alert> alerts = new HashMap<>();
    final List<String> told = new ArrayList<>();
    private final Map<UUID, Set<Channel>> read = new HashMap<>();
    private final Map<UUID, Set<Channel>> waiting = new HashMap<>();
    private final Map<UUID, Integer> revisions = new HashMap<>();
    private final Set<String> sent = new HashSet<>();

    Decision take(Event event) {
        Decision decision = Policy.decide(past(event), event, COOL_DOWN);
        switch (decision) {
            case Decision.Ignored ignored -> {}
            case Decision.Kept kept -> put(kept.alert(), kept.superseded());
            case Decision.Returned returned -> put(returned.alert(), List.of());
            case Decision.Opened opened -> {
                put(opened.alert(), opened.superseded());
                tell("opened", opened.alert(), EVERYWHERE);
            }
            case Decision.Escalated escalated -> {
                put(escalated.alert(), List.of());
                tell("escalated", escalated.alert(), EVERYWHERE);
            }
            case Decision.Closed closed -> {
                put(closed.alert(), closed.superseded());
                waiting.getOrDefault(closed.alert().thread(), new HashSet<>()).removeAll(closed.withdraw());
                tell("closed", closed.alert(), closed.tell());
            }
        }
        checkAtMostOneLiveAlertOfAMatter();
        return decision;
    }

    /** Everything that waits arrives. */
    void deliver() {
        waiting.forEach((thread, channels) ->
                read.computeIfAbsent(thread, t -> new HashSet<>()).addAll(channels));
        waiting.clear();
    }

    /** Every alert with where it stands: what must not depend on the order of events. */
    Map<UUID, String> everything() {
        Map<UUID, String> everything = new TreeMap<>();
        alerts.forEach((id, alert) -> everything.put(id, alert.state().label() + " " + alert.severity()));
        return everything;
    }

    /** The same by the names of episodes, for stories of one matter. */
    Map<String, String> standing() {
        Map<String, String> standing = new TreeMap<>();
        alerts.values()
                .forEach(alert ->
                        standing.put(alert.episode().name(), alert.state().label() + " " + alert.severity()));
        return standing;
    }

    private void put(Alert alert, List<Alert> superseded) {
        superseded.forEach(old -> alerts.put(old.id(), old));
        alerts.put(alert.id(), alert);
    }

    private void tell(String what, Alert alert, Set<Channel> channels) {
        if (channels.isEmpty()) {
            return;
        }
        int revision = revisions.merge(alert.id(), 1, Integer::sum);
        for (Channel channel : EnumSet.copyOf(channels)) {
            if (!sent.add(alert.id() + "." + revision + channel)) {
                throw new AssertionError("two messages for revision " + revision + " of " + alert);
            }
            told.add(channel.label() + " " + what);
            waiting.computeIfAbsent(alert.thread(), t -> new HashSet<>()).add(channel);
        }
    }

    private Past past(Event event) {
        Optional<Matter> matter = matter(event);
        Map<UUID, Heard> heard = new HashMap<>();
        alerts.values()
                .forEach(alert -> heard.put(
                        alert.thread(),
                        new Heard(
                                read.getOrDefault(alert.thread(), Set.of()),
                                waiting.getOrDefault(alert.thread(), Set.of()))));
        return new Past(
                alerts.values().stream()
                        .filter(alert ->
                                matter.isPresent() && alert.episode().matter().equals(matter.get()))
                        .toList(),
                heard);
    }

    private static Optional<Matter> matter(Event event) {
        return event instanceof HealthEvent health
                ? Subject.of(health).map(Episode::matter)
                : Optional.of(Subject.of((RenewalEvent) event).matter());
    }

    private void checkAtMostOneLiveAlertOfAMatter() {
        Set<Matter> live = new HashSet<>();
        for (Alert alert : alerts.values()) {
            if (alert.state().live() && !live.add(alert.episode().matter())) {
                throw new AssertionError("two live alerts of " + alert.episode().matter());
            }
        }
    }
}
