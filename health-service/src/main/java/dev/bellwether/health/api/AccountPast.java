package dev.bellwether.health.api;

import dev.bellwether.health.HealthSettings;
import dev.bellwether.health.score.Model;
import dev.bellwether.health.score.Past;
import dev.bellwether.health.score.memory.AccountMemory;
import dev.bellwether.health.score.memory.BusinessDays;
import dev.bellwether.health.score.memory.Profile;
import dev.bellwether.health.store.Changes;
import dev.bellwether.health.store.Snapshots;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Answers what an account's days were, from its facts. */
@ApplicationScoped
class AccountPast {

    private final Snapshots snapshots;
    private final Views views;
    private final BusinessDays days;
    private final PastReaders readers;
    private final int retentionDays;
    private final Duration limit;
    private final Model model = Model.defaultModel();

    AccountPast(Snapshots snapshots, Views views, BusinessDays days, PastReaders readers, HealthSettings settings) {
        this.snapshots = snapshots;
        this.views = views;
        this.days = days;
        this.readers = readers;
        this.retentionDays = settings.retentionDays();
        this.limit = settings.transactionLimit();
    }

    /** Two days, the first not after the second. */
    record Range(LocalDate from, LocalDate to) {}

    /**
     * The range when it can be answered.
     *
     * @param from null for so many days before the last, as far as they can be answered
     * @param to null for today
     * @throws Refusal when it is turned round, begins before the retention or ends after today
     */
    Range range(@Nullable LocalDate from, @Nullable LocalDate to, int usualDays, Instant now) {
        LocalDate last = to == null ? days.dateOf(now) : to;
        checked("to", last, now);
        LocalDate first = from == null ? later(last.minusDays(usualDays), firstDay(now)) : from;
        checked("from", first, now);
        if (last.isBefore(first)) {
            throw Refusal.badParameter("to", "must not be before from");
        }
        return new Range(first, last);
    }

    /**
     * Nothing when the day can be answered.
     *
     * @throws Refusal when it lies before the retention or after today
     */
    void checked(String parameter, LocalDate day, Instant now) {
        if (day.isBefore(firstDay(now)) || day.isAfter(days.dateOf(now))) {
            throw Refusal.badParameter(parameter, "must be from " + firstDay(now) + " to " + days.dateOf(now));
        }
    }

    private LocalDate firstDay(Instant now) {
        return days.dateOf(now).minusDays(retentionDays);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** One day, with the flags that were open at its end as they were told by then. */
    Uni<AccountAnswer> on(String id, LocalDate day) {
        return told(id, snapshots.withFlagsBefore(id, days.endOf(day)), (account, flags) -> {
            Past.Day found = account.past().at(day);
            AccountView view = AccountView.of(id, account.profile(day), found.health(), found.band(), found.figures());
            return AccountAnswer.of(views.read(views.json(view)), FlagView.ofRows(flags, views));
        });
    }

    /** Every day of the range, from that of the account's first fact. */
    Uni<HistoryAnswer> history(String id, Range range) {
        return told(id, snapshots.of(id), (account, nothing) -> {
            List<HistoryAnswer.Point> points = account
                    .since(range.from(), range.to())
                    .map(from -> account.past().between(from, range.to()))
                    .orElseGet(List::of)
                    .stream()
                    .map(HistoryAnswer.Point::of)
                    .toList();
            return new HistoryAnswer(id, range.from(), range.to(), points);
        });
    }

    /** What changed from the end of the one day to the end of the other. */
    Uni<WhyAnswer> why(String id, Range range) {
        return told(
                id,
                snapshots.withFactsBetween(id, days.endOf(range.from()), days.endOf(range.to()), FactsBehind.MOST),
                (account, rows) -> {
                    FactsBehind facts =
                            new FactsBehind(rows.stream().map(this::fact).toList());
                    Past past = account.past();
                    return WhyAnswer.of(id, model, past.at(range.from()), past.at(range.to()), facts);
                });
    }

    /** What an account's days follow from. */
    private record Remembered(AccountMemory memory, Past past) {

        Profile profile(LocalDate day) {
            return memory.facts().asOf(day).profile();
        }

        /** The first day from that one on of which anything is known; empty when that is not until the last one. */
        Optional<LocalDate> since(LocalDate from, LocalDate last) {
            OptionalLong first = memory.firstDay(last.toEpochDay());
            return first.isEmpty()
                    ? Optional.empty()
                    : Optional.of(LocalDate.ofEpochDay(Math.max(first.getAsLong(), from.toEpochDay())));
        }
    }

    private <T, A> Uni<A> told(String id, Uni<Snapshots.Snapshot<T>> snapshot, BiFunction<Remembered, T, A> answer) {
        return readers.reading(() -> {
            Snapshots.Snapshot<T> found = snapshot.await().atMost(limit);
            AccountMemory memory = found.account()
                    .orElseThrow(() -> Refusal.notFound("account " + id))
                    .memory();
            return answer.apply(new Remembered(memory, new Past(memory, model, found.outages())), found.more());
        });
    }

    private FactBehind fact(Changes.FactRow row) {
        return new FactBehind(row.eventId(), row.type(), row.occurredAt(), views.read(row.data()));
    }
}
