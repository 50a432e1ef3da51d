package dev.bellwether.alert.policy.telling;

import dev.bellwether.alert.policy.Alert;
import dev.bellwether.alert.policy.AlertState;
import dev.bellwether.alert.policy.Channel;
import dev.bellwether.alert.policy.Decision;
import dev.bellwether.alert.policy.Episode;
import dev.bellwether.alert.policy.Heard;
import dev.bellwether.alert.policy.Matter;
import dev.bellwether.alert.policy.Past;
import dev.bellwether.alert.policy.Policy;
import dev.bellwether.alert.policy.Subject;
import dev.bellwether.contracts.Event;
import dev.bellwether.contracts.HealthEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The whole of alerting in memory: decides about events and about what is due, and remembers every message. */
final class Office {

    /** What was sent: to whom, when, of which alerts. */
    record Sent(Instant at, String person, Parcel parcel) {}

    final Map<UUID, Alert> alerts = new HashMap<>();
    final Map<UUID, Progress> progress = new HashMap<>();
    final List<Sent> sent = new ArrayList<>();
    final Set<Why> whys = EnumSet.noneOf(Why.class);
    private final Map<UUID, Instant> toldAt = new HashMap<>();
    private final Map<String, Optional<String>> owners = new HashMap<>();
    private final Map<UUID, String> assignees = new HashMap<>();
    Circumstances wishes;
    private final Duration coolDown;

    Office(Circumstances wishes, Duration coolDown) {
        this.wishes = wishes;
        this.coolDown = coolDown;
    }

    void take(Instant now, HealthEvent... events) {
        for (HealthEvent event : events) {
            owners.put(event.accountId(), Optional.ofNullable(event.account().owner()));
            Decision decision = Policy.decide(past(event), event, coolDown);
            Map<UUID, Progress> next = Progresses.after(decision, id -> progress.getOrDefault(id, Progress.NOTHING));
            keep(decision);
            progress.putAll(next);
        }
        look(now);
    }

    void acknowledge(Alert alert, String by) {
        var state = new AlertState.Acknowledged(by, alert.since());
        alerts.put(
                alert.id(),
                new Alert(alert.episode(), alert.severity(), alert.since(), alert.version(), state, alert.thread()));
        progress.computeIfPresent(alert.id(), (id, one) -> one.acknowledged());
    }

    void assign(Alert alert, String to) {
        assignees.put(alert.id(), to);
        progress.computeIfPresent(alert.id(), (id, one) -> one.assigned());
    }

    /** The account has another owner from now on. */
    void move(String account, String owner) {
        owners.put(account, Optional.of(owner));
    }

    /** Decides about everything that is due, in pages as the service does. */
    void look(Instant now) {
        List<Case> due = progress.keySet().stream()
                .filter(id -> isDue(progressOf(id), now))
                .sorted(Comparator.comparing(UUID::toString))
                .map(id -> asCase(id, now))
                .toList();
        if (due.isEmpty()) {
            return;
        }
        Plan plan = Plan.of(Judged.all(due, wishes, now), wishes, usage(now), now);
        progress.putAll(plan.progress());
        plan.verdicts().values().forEach(verdict -> whys.add(verdict.why()));
        for (Parcel parcel : plan.parcels()) {
            sent.add(new Sent(now, parcel.person().email(), parcel));
            parcel.cases().forEach(one -> toldAt.put(one.alert().id(), now));
        }
    }

    /** The next moment at which something is due. */
    Optional<Instant> next() {
        return progress.values().stream().flatMap(one -> one.lookAt().stream()).min(Comparator.naturalOrder());
    }

    /** Messages that ask for something: ends are left out. */
    List<Sent> aloud() {
        return sent.stream()
                .filter(one -> !(one.parcel() instanceof Parcel.Farewell))
                .toList();
    }

    private Progress progressOf(UUID id) {
        return progress.getOrDefault(id, Progress.NOTHING);
    }

    private static boolean isDue(Progress one, Instant now) {
        return one.lookAt().filter(at -> !at.isAfter(now)).isPresent()
                || (one.held().isEmpty() && one.news() != News.NONE);
    }

    private Case asCase(UUID id, Instant now) {
        Progress one = progressOf(id);
        Alert alert = Objects.requireNonNull(alerts.get(id));
        String account = alert.episode().matter().accountId();
        return new Case(
                alert,
                one.news() == News.NONE ? one.with(News.UNACKNOWLEDGED) : one,
                new Case.Account(
                        owners.getOrDefault(account, Optional.empty()),
                        Optional.empty(),
                        Optional.ofNullable(assignees.get(id))),
                Map.of(),
                current(account, now));
    }

    private Optional<Case.Current> current(String account, Instant now) {
        return alerts.values().stream()
                .filter(alert -> alert.episode().matter().accountId().equals(account))
                .filter(alert -> alert.state().live())
                .flatMap(alert -> Optional.ofNullable(toldAt.get(alert.id())).stream()
                        .map(at -> new Case.Current(
                                alert.thread(), at.plus(wishes.rhythm().groupWithin()))))
                .filter(current -> now.isBefore(current.until()))
                .max(Comparator.comparing(Case.Current::until));
    }

    private Map<String, Usage> usage(Instant now) {
        Map<String, Usage> usage = new HashMap<>();
        aloud().stream().map(Sent::person).distinct().forEach(person -> usage.put(person, usage(person, now)));
        return usage;
    }

    private Usage usage(String person, Instant now) {
        Instant week = wishes.people().of(person).calendar().weekStart(now);
        Instant window = now.minus(wishes.rhythm().groupWithin());
        List<Sent> theirs =
                aloud().stream().filter(one -> one.person().equals(person)).toList();
        return new Usage(
                (int) theirs.stream().filter(one -> !one.at().isBefore(week)).count(),
                theirs.stream().map(Sent::at).filter(at -> at.isAfter(window)).toList(),
                theirs.stream()
                        .filter(one -> one.parcel() instanceof Parcel.Sack)
                        .map(Sent::at)
                        .filter(at -> at.isAfter(window))
                        .max(Comparator.naturalOrder()));
    }

    private void keep(Decision decision) {
        switch (decision) {
            case Decision.Ignored d -> {}
            case Decision.Kept d -> put(d.alert(), d.superseded());
            case Decision.Returned d -> put(d.alert(), List.of());
            case Decision.Opened d -> put(d.alert(), d.superseded());
            case Decision.Escalated d -> put(d.alert(), List.of());
            case Decision.Closed d -> put(d.alert(), d.superseded());
        }
    }

    private void put(Alert alert, List<Alert> superseded) {
        superseded.forEach(old -> alerts.put(old.id(), old));
        alerts.put(alert.id(), alert);
    }

    private Past past(Event event) {
        Optional<Matter> matter =
                event instanceof HealthEvent e ? Subject.of(e).map(Episode::matter) : Optional.empty();
        List<Alert> known = alerts.values().stream()
                .filter(alert -> matter.filter(alert.episode().matter()::equals).isPresent())
                .toList();
        Map<UUID, Heard> heard = new HashMap<>();
        known.stream()
                .filter(alert -> toldAt.containsKey(alert.id()))
                .forEach(alert -> heard.put(alert.thread(), new Heard(Set.of(Channel.EMAIL), Set.of())));
        return new Past(known, heard);
    }
}
