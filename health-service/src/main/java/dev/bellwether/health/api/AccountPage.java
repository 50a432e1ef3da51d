package dev.bellwether.health.api;

import dev.bellwether.contracts.Band;
import dev.bellwether.health.HealthSettings;
import dev.bellwether.health.score.BandOfDay;
import dev.bellwether.health.score.Health;
import dev.bellwether.health.score.Model;
import dev.bellwether.health.score.Score;
import dev.bellwether.health.score.figure.Figures;
import dev.bellwether.health.score.memory.AccountMemory;
import dev.bellwether.health.score.memory.BusinessDays;
import dev.bellwether.health.store.Accounts;
import dev.bellwether.health.store.LiveAccount;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** One account, as it is committed or as it was on a day. */
@ApplicationScoped
class AccountPage {

    private final Mutiny.SessionFactory sessions;
    private final Accounts accounts;
    private final Views views;
    private final BusinessDays days;
    private final HealthSettings settings;
    private final InstantSource clock;
    private final Model model = Model.defaultModel();

    AccountPage(
            Mutiny.SessionFactory sessions,
            Accounts accounts,
            Views views,
            BusinessDays days,
            HealthSettings settings,
            InstantSource clock) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.views = views;
        this.days = days;
        this.settings = settings;
        this.clock = clock;
    }

    /** As last committed; {@code confinedTo} is the owner whose accounts alone may be seen. */
    Uni<AccountAnswer> now(String id, Optional<String> confinedTo) {
        return document(id, confinedTo)
                .chain(account -> flagsOpenAt(id, clock.instant())
                        .map(flags -> AccountAnswer.of(views.read(account.json), FlagView.of(flags, views))));
    }

    /** As of the end of a day: worked out from the facts that had occurred by then, and nothing later. */
    Uni<AccountAnswer> asOf(String id, LocalDate day, Optional<String> confinedTo) {
        LocalDate today = days.dateOf(clock.instant());
        if (day.isAfter(today) || day.isBefore(today.minusDays(settings.retentionDays()))) {
            throw Refusal.badParameter("asOf", "must be within the last " + settings.retentionDays() + " days");
        }
        return document(id, confinedTo)
                .chain(known -> accounts.load(List.of(id)))
                .map(found -> view(found.get(id), id, day))
                .chain(view -> flagsOpenAt(id, endOf(day))
                        .map(flags -> AccountAnswer.of(views.read(views.json(view)), FlagView.of(flags, views))));
    }

    /** The band that follows from the facts; what was announced on that day may have known fewer of them. */
    private AccountView view(@Nullable LiveAccount account, String id, LocalDate day) {
        if (account == null) {
            throw Refusal.notFound("account " + id);
        }
        AccountMemory memory = account.memory();
        Figures figures = Figures.asOf(memory, day);
        Health health = Score.of(model, figures);
        Band band = BandOfDay.of(day, health, earlier -> Score.of(model, Figures.asOf(memory, earlier)));
        return AccountView.of(id, memory.facts().asOf(day).profile(), health, band, figures);
    }

    private Uni<AccountDocument> document(String id, Optional<String> confinedTo) {
        return sessions.withSession(session -> session.find(AccountDocument.class, id))
                .invoke(account -> {
                    // an account of somebody else is answered like one that does not exist
                    if (account == null
                            || confinedTo
                                    .filter(me -> !me.equalsIgnoreCase(account.owner))
                                    .isPresent()) {
                        throw Refusal.notFound("account " + id);
                    }
                });
    }

    private Uni<List<FlagLine>> flagsOpenAt(String id, Instant instant) {
        return sessions.withSession(session -> session.createQuery(
                        "from FlagLine f where f.accountId = :id and f.raisedAt <= :at"
                                + " and (f.clearedAt is null or f.clearedAt > :at) order by f.raisedAt",
                        FlagLine.class)
                .setParameter("id", id)
                .setParameter("at", instant)
                .getResultList());
    }

    private Instant endOf(LocalDate day) {
        ZoneId zone = days.zone();
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
