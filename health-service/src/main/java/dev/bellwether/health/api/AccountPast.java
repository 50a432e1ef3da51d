package dev.bellwether.health.api;

import dev.bellwether.health.HealthSettings;
import dev.bellwether.health.score.Model;
import dev.bellwether.health.score.Past;
import dev.bellwether.health.score.memory.AccountMemory;
import dev.bellwether.health.score.memory.BusinessDays;
import dev.bellwether.health.score.memory.Profile;
import dev.bellwether.health.store.Accounts;
import dev.bellwether.health.store.Changes;
import dev.bellwether.health.store.LiveAccount;
import dev.bellwether.health.store.OutageLog;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Answers what an account's days were, from its facts. */
@ApplicationScoped
class AccountPast {

    private final Accounts accounts;
    private final OutageLog outages;
    private final Views views;
    private final BusinessDays days;
    private final int retentionDays;
    private final Model model = Model.defaultModel();

    AccountPast(Accounts accounts, OutageLog outages, Views views, BusinessDays days, HealthSettings settings) {
        this.accounts = accounts;
        this.outages = outages;
        this.views = views;
        this.days = days;
        this.retentionDays = settings.retentionDays();
    }

    /** Two days, the first not after the second. */
    record Range(LocalDate from, LocalDate to) {}

    /**
     * The range when it can be answered.
     *
     * @throws Refusal when it is turned round, begins before the retention or ends after today
     */
    Range checked(LocalDate from, LocalDate to, Instant now) {
        checked("from", from, now);
        checked("to", to, now);
        if (to.isBefore(from)) {
            throw Refusal.badParameter("to", "must not be before from");
        }
        return new Range(from, to);
    }

    /**
     * Nothing when the day can be answered.
     *
     * @throws Refusal when it lies before the retention or after today
     */
    void checked(String parameter, LocalDate day, Instant now) {
        LocalDate today = days.dateOf(now);
        if (day.isBefore(today.minusDays(retentionDays)) || day.isAfter(today)) {
            throw Refusal.badParameter(parameter, "must be within the last " + retentionDays + " days");
        }
    }

    /** One day. */
    Uni<AccountView> on(String id, LocalDate day) {
        return account(id).map(account -> {
            Past.Day found = account.past().at(day);
            return AccountView.of(id, account.profile(day), found.health(), found.band(), found.figures());
        });
    }

    /** Every day of the range, from that of the account's first fact. */
    Uni<HistoryAnswer> history(String id, Range range) {
        return account(id).map(account -> {
            LocalDate first = LocalDate.ofEpochDay(account.memory()
                    .firstDay(range.to().toEpochDay())
                    .orElse(range.to().toEpochDay()));
            LocalDate from = first.isAfter(range.from()) ? first : range.from();
            List<HistoryAnswer.Point> points = account.past().between(from, range.to()).stream()
                    .map(HistoryAnswer.Point::of)
                    .toList();
            return new HistoryAnswer(id, range.from(), range.to(), points);
        });
    }

    /** What changed from the end of the one day to the end of the other. */
    Uni<WhyAnswer> why(String id, Range range) {
        return accounts.factsBetween(id, endOf(range.from()), endOf(range.to()))
                .map(rows -> new FactsBehind(rows.stream().map(this::fact).toList()))
                .chain(facts -> account(id).map(account -> {
                    Past past = account.past();
                    return WhyAnswer.of(id, model, past.at(range.from()), past.at(range.to()), facts);
                }));
    }

    /** What an account's days follow from. */
    private record Remembered(AccountMemory memory, Past past) {

        Profile profile(LocalDate day) {
            return memory.facts().asOf(day).profile();
        }
    }

    /** Working out days takes time that an event loop does not have. */
    private Uni<Remembered> account(String id) {
        return outages.all()
                .chain(silent -> accounts.load(List.of(id))
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .map((Map<String, LiveAccount> found) -> {
                            LiveAccount account = found.get(id);
                            if (account == null) {
                                throw Refusal.notFound("account " + id);
                            }
                            return new Remembered(account.memory(), new Past(account.memory(), model, silent));
                        }));
    }

    private FactBehind fact(Changes.FactRow row) {
        return new FactBehind(row.eventId(), row.type(), row.occurredAt(), views.read(row.data()));
    }

    private Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(days.zone()).toInstant();
    }
}
