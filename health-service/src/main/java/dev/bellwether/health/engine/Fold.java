package dev.bellwether.health.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bellwether.contracts.Codec;
import dev.bellwether.contracts.Envelope;
import dev.bellwether.contracts.EventType;
import dev.bellwether.contracts.Fact;
import dev.bellwether.contracts.UsageRecorded;
import dev.bellwether.health.HealthMetrics;
import dev.bellwether.health.HealthSettings;
import dev.bellwether.health.score.memory.Activity;
import dev.bellwether.health.score.memory.BusinessDays;
import dev.bellwether.health.score.memory.Hash64;
import dev.bellwether.health.store.Changes;
import dev.bellwether.health.store.LiveAccount;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Puts a batch's facts into the accounts they belong to and notes what must be written down. */
@ApplicationScoped
class Fold {

    private static final String STORED = "/bellwether/health-service";

    private final BusinessDays days;
    private final Duration freshWithin;

    Fold(BusinessDays days, HealthSettings settings) {
        this.days = days;
        this.freshWithin = settings.freshWithin();
    }

    /**
     * What came of a batch.
     *
     * @param backDated the accounts of which something back-dated was learnt
     * @param outcomes how many events came to what, by type; to be counted once they are committed
     */
    record Result(Set<String> backDated, Map<Outcome, Long> outcomes) {}

    Result into(Map<String, LiveAccount> accounts, Batch batch, Partitions partitions, Changes changes) {
        Set<String> backDated = new HashSet<>();
        Map<Outcome, Long> outcomes = new HashMap<>();
        Instant freshSince = batch.now().minus(freshWithin);
        for (Arrival arrival : batch.arrivals()) {
            Outcome outcome = switch (arrival) {
                case Arrival.Refused refused -> new Outcome("unreadable", name(refused.reason()));
                case Arrival.LeftOut leftOut -> leaveOut(accounts, leftOut);
                case Arrival.Accepted accepted -> {
                    if (accepted.fact().occurredAt().isBefore(freshSince)) {
                        backDated.add(accepted.fact().accountId());
                    }
                    yield take(accounts, accepted, partitions, changes);
                }
            };
            outcomes.merge(outcome, 1L, Long::sum);
        }
        accounts.values().forEach(account -> drain(account, changes));
        return new Result(backDated, outcomes);
    }

    private Outcome leaveOut(Map<String, LiveAccount> accounts, Arrival.LeftOut leftOut) {
        LiveAccount account = accounts.get(leftOut.fact().accountId());
        if (account != null && leftOut.reason() == Arrival.Reason.IGNORED) {
            account.memory().sawFactOn(days.dayOf(leftOut.fact().occurredAt()));
        }
        return new Outcome(type(leftOut.fact()), name(leftOut.reason()));
    }

    private Outcome take(
            Map<String, LiveAccount> accounts, Arrival.Accepted accepted, Partitions partitions, Changes changes) {
        Fact fact = accepted.fact();
        LiveAccount account = accounts.get(fact.accountId());
        if (account == null) {
            throw new IllegalStateException("account of fact " + fact.id() + " was not fetched");
        }
        boolean counted = fact instanceof UsageRecorded usage
                ? use(account, usage, accepted, partitions)
                : learn(account, fact, changes);
        return new Outcome(type(fact), counted ? "counted" : name(Arrival.Reason.REPEATED));
    }

    /** The marks of user and feature are idempotent; only the volume must know a repeat. */
    private boolean use(LiveAccount account, UsageRecorded usage, Arrival.Accepted accepted, Partitions partitions) {
        RecentIds recent = partitions.owned(accepted.partition()).recentIds();
        boolean isNew = recent.add(RecentIds.key(usage.accountId(), usage.id()), accepted.arrivedAt());
        long day = days.dayOf(usage.occurredAt());
        account.memory().use(Hash64.of(usage.userId()), Hash64.of(usage.feature()), day, usage.quantity(), isNew);
        return isNew;
    }

    private static boolean learn(LiveAccount account, Fact fact, Changes changes) {
        boolean isNew = account.memory().learn(fact);
        if (isNew) {
            Envelope envelope = Codec.write(fact, STORED);
            changes.add(new Changes.FactRow(
                    fact.accountId(),
                    fact.id(),
                    envelope.type(),
                    fact.occurredAt(),
                    new String(envelope.data(), UTF_8)));
        }
        return isNew;
    }

    private static void drain(LiveAccount account, Changes changes) {
        drain(account, "U", account.memory().users(), changes);
        drain(account, "F", account.memory().features(), changes);
        account.memory()
                .volumes()
                .drain()
                .forEach(volume -> changes.add(
                        new Changes.UsageRow(account.id(), LocalDate.ofEpochDay(volume.day()), volume.total())));
        account.memory().drainUses().forEach(uses -> changes.add(new Changes.DetailRow(account.id(), uses)));
    }

    private static void drain(LiveAccount account, String kind, Activity activity, Changes changes) {
        activity.drain()
                .forEach(change -> changes.add(new Changes.ActivityRow(
                        account.id(), kind, change.key(), Math.toIntExact(change.block()), change.mask())));
    }

    private static String type(Fact fact) {
        return HealthMetrics.tag(EventType.of(fact));
    }

    private static String name(Arrival.Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT);
    }
}
