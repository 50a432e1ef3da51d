package dev.bellwether.health.engine;

import dev.bellwether.contracts.Band;
import dev.bellwether.health.api.AccountView;
import dev.bellwether.health.api.Views;
import dev.bellwether.health.feed.KnownOutages;
import dev.bellwether.health.score.BandTrail;
import dev.bellwether.health.score.Health;
import dev.bellwether.health.score.Model;
import dev.bellwether.health.score.Past;
import dev.bellwether.health.score.Score;
import dev.bellwether.health.score.Sight;
import dev.bellwether.health.score.feed.Outages;
import dev.bellwether.health.score.figure.ContractValue;
import dev.bellwether.health.score.figure.Figures;
import dev.bellwether.health.score.memory.BusinessDays;
import dev.bellwether.health.score.memory.Known;
import dev.bellwether.health.score.memory.Profile;
import dev.bellwether.health.store.AccountRow;
import dev.bellwether.health.store.Changes;
import dev.bellwether.health.store.LiveAccount;
import dev.bellwether.health.store.Remembered;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.OptionalLong;

/** Works out what an account's facts mean today, and what must be written down and announced because of it. */
@Singleton
class Assessor {

    private final Model model = Model.defaultModel();
    private final BusinessDays days;
    private final Announcer announcer;
    private final Views views;
    private final KnownOutages outages;

    Assessor(BusinessDays days, Announcer announcer, Views views, KnownOutages outages) {
        this.outages = outages;
        this.days = days;
        this.announcer = announcer;
        this.views = views;
    }

    /** The business day of a moment. */
    LocalDate today(Instant now) {
        return days.dateOf(now);
    }

    /** Tells the outages that are looked at now from those of another time. */
    long outagesMark() {
        return outages.mark();
    }

    /**
     * Facts → figures → score, and if the account has settled → flags and announcements.
     *
     * @param settles false while more of the past is arriving: score and figures are shown, bands and flags not remembered
     */
    void assess(LiveAccount account, Instant now, boolean settles, Changes changes) {
        LocalDate today = today(now);
        // the mark first: what is remembered with an older one is not believed next time
        long mark = outages.mark();
        Outages silent = outages.now();
        Past past = new Past(account.memory(), model, silent, account.bands(mark));
        Sight sight = past.sight(today);
        Figures figures = sight.figures();
        Health health = Score.of(model, sight);
        Band band = health.band(
                settles && !health.isBandDecided()
                        ? account.remembered().previous(today, mark, past::band)
                        : account.remembered().band());
        Known known = account.memory().facts().asOf(today);
        if (settles) {
            announcer.settle(
                    account,
                    new Assessment(
                            now,
                            known.profile(),
                            figures,
                            health,
                            band,
                            day -> past.health(day).score(),
                            silent.heldBack(today),
                            mark),
                    changes);
        }
        changes.add(new Changes.AccountState(row(account, known, figures, health, band), account.remembered()));
    }

    /**
     * Something of a past hour is about to be put into the account: keeps in mind with which band yesterday ended without
     * it. Only so can it be told afterwards whether the past has become another.
     */
    void beforePast(LiveAccount account, Instant now) {
        Remembered remembered = account.remembered();
        boolean isSettled = remembered.announced() != null && remembered.unsettledSince() == null;
        if (isSettled && !account.memory().lacksUses()) {
            LocalDate yesterday = today(now).minusDays(1);
            BandTrail bands = account.bands(outages.mark());
            Past past = new Past(account.memory(), model, outages.now(), bands);
            account.remember(new Remembered.DayEnd(yesterday, past.band(yesterday)));
        }
    }

    private AccountRow row(LiveAccount account, Known known, Figures figures, Health health, Band band) {
        Profile profile = known.profile();
        ContractValue value = ContractValue.asOf(account.memory().facts(), figures.day());
        OptionalLong firstDay = account.memory().firstDay(Long.MAX_VALUE - 1);
        return new AccountRow(
                account.id(),
                account.partition(),
                Objects.requireNonNullElse(profile.name(), account.id()),
                profile.owner(),
                profile.segment(),
                profile.stage(),
                LocalDate.ofEpochDay(firstDay.orElse(figures.day().toEpochDay())),
                figures.day(),
                health.score(),
                band.json(),
                AccountView.coverage(health),
                figures.usage().wau(),
                figures.usage().trend(),
                figures.usage().daysInactive(),
                value.arr(),
                value.currency(),
                value.renewalOn(),
                views.json(AccountView.of(account.id(), profile, health, band, figures)));
    }
}
