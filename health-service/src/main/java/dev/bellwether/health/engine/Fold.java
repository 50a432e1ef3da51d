package dev.bellwether.health.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bellwether.contracts.Codec;
import dev.bellwether.contracts.Envelope;
import dev.bellwether.contracts.Fact;
import dev.bellwether.health.HealthSettings;
import dev.bellwether.health.score.memory.Activity;
import dev.bellwether.health.score.memory.BusinessDays;
import dev.bellwether.health.store.Changes;
import dev.bellwether.health.store.LiveAccount;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Puts facts into the accounts they belong to and notes what must be written down. */
@Singleton
class Fold {

    private final BusinessDays days;
    private final Duration freshWithin;
    private final Assessor assessor;

    Fold(BusinessDays days, HealthSettings settings, Assessor assessor) {
        this.days = days;
        this.assessor = assessor;
        this.freshWithin = settings.freshWithin();
    }

    /** When facts are folded in; older ones than the fresh are of the past. */
    private record Time(Instant now, Instant freshSince) {

        boolean isPast(Instant occurredAt) {
            return occurredAt.isBefore(freshSince);
        }
    }

    /**
     * Folds what arrived into the accounts.
     *
     * @param accounts of each arrival the account it is for, in the same order; none for those that are for none
     */
    void into(OpenBatch batch, List<Arrival> arrivals, LiveAccount[] accounts, Partitions partitions, Instant now) {
        Time time = new Time(now, now.minus(freshWithin));
        Hearing hearing = partitions.hearing();
        for (int i = 0; i < accounts.length; i++) {
            Arrival arrival = arrivals.get(i);
            if (arrival instanceof Arrival.Understood fact) {
                hearing.heard(fact, now);
            }
            switch (arrival) {
                case Arrival.Used used -> {
                    use(batch, accounts[i], used, partitions, time);
                    noteDelay(batch, used.occurredAt(), time);
                }
                case Arrival.Learnt learnt -> {
                    learn(batch, accounts[i], learnt, hearing, time);
                    noteDelay(batch, learnt.occurredAt(), time);
                }
                case Arrival.Ignored ignored -> ignore(batch, accounts[i], ignored, time);
                case Arrival.TooOld tooOld -> batch.outcomes().tooOld(tooOld.fact());
                case Arrival.Misplaced misplaced -> batch.outcomes().misplaced(misplaced.fact());
                case Arrival.Refused refused -> batch.outcomes().refused(refused.reason());
            }
        }
        hearing.drain(batch.changes()::add, batch.changes()::add);
    }

    /** What the accounts of the batch keep of it. */
    void drain(OpenBatch batch) {
        batch.accounts().forEach(account -> drain(account, batch.changes()));
    }

    private static void noteDelay(OpenBatch batch, Instant occurredAt, Time time) {
        if (!time.isPast(occurredAt)) {
            batch.delays().occurred(occurredAt);
        }
    }

    /** Called before a new fact goes in: what the days were without it nobody can tell afterwards. */
    private void notePast(OpenBatch batch, LiveAccount account, Instant occurredAt, Time time) {
        if (time.isPast(occurredAt) && batch.pastArrives(account)) {
            assessor.beforePast(account, time.now());
        }
    }

    /** A repeat changes nothing, not even what is marked: one without a time of its own tells of the day it came. */
    private void use(OpenBatch batch, LiveAccount account, Arrival.Used used, Partitions partitions, Time time) {
        batch.touch(account);
        CountedIds counted = partitions.owned(used.partition()).counted();
        boolean isNew = counted.add(RecentIds.key(account.key(), used.id()), used.arrivedAt());
        if (isNew) {
            notePast(batch, account, used.occurredAt(), time);
            long day = days.dayOf(used.occurredAt());
            if (account.memory().use(used.user(), used.feature(), day, used.quantity())) {
                partitions.hearing().learnt(used, time.now(), days);
            }
        }
        batch.outcomes().used(isNew);
    }

    /** Nothing but the account's first day follows from it, and figures of all days from that. */
    private void ignore(OpenBatch batch, LiveAccount account, Arrival.Ignored ignored, Time time) {
        batch.touch(account);
        long day = days.dayOf(ignored.occurredAt());
        if (account.memory().firstDay(day).isEmpty()) {
            notePast(batch, account, ignored.occurredAt(), time);
            account.memory().sawFactOn(day);
        }
        batch.outcomes().ignored(ignored.fact());
    }

    private void learn(OpenBatch batch, LiveAccount account, Arrival.Learnt learnt, Hearing hearing, Time time) {
        batch.touch(account);
        Fact fact = learnt.fact();
        boolean isNew = !account.memory().knows(fact.id());
        if (isNew) {
            notePast(batch, account, fact.occurredAt(), time);
            if (account.memory().lacksUsesWith(fact)) {
                // something of the past may still come with this batch, and by then nobody can tell
                assessor.beforePast(account, time.now());
            }
            account.memory().learn(fact);
            hearing.learnt(learnt, time.now(), days);
            Envelope envelope = Codec.write(fact, Changes.FactRow.SOURCE);
            batch.changes()
                    .add(new Changes.FactRow(
                            fact.accountId(),
                            fact.id(),
                            envelope.type(),
                            fact.occurredAt(),
                            new String(envelope.data(), UTF_8)));
        }
        batch.outcomes().learnt(fact, isNew);
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
}
