package dev.bellwether.health.engine;

import dev.bellwether.contracts.AccountSnapshot;
import dev.bellwether.contracts.Flag;
import dev.bellwether.contracts.FlagCleared;
import dev.bellwether.contracts.FlagEscalated;
import dev.bellwether.contracts.FlagRaised;
import dev.bellwether.contracts.HealthEvent;
import dev.bellwether.contracts.Occurrence;
import dev.bellwether.contracts.ScoreChanged;
import dev.bellwether.health.api.AccountView;
import dev.bellwether.health.api.Views;
import dev.bellwether.health.score.flag.FlagChange;
import dev.bellwether.health.score.flag.Flags;
import dev.bellwether.health.score.flag.OpenFlag;
import dev.bellwether.health.score.flag.Situation;
import dev.bellwether.health.store.Changes;
import dev.bellwether.health.store.FlagRow;
import dev.bellwether.health.store.LiveAccount;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lets bands and flags remember what an assessment found, and announces what is new. */
@Singleton
class Announcer {

    private final Views views;

    Announcer(Views views) {
        this.views = views;
    }

    void settle(LiveAccount account, Assessment found, Changes changes) {
        AccountSnapshot snapshot = found.snapshot(account.id());
        List<FlagChange> flagChanges = Flags.next(account.openFlags(), situation(account, found));
        for (FlagChange change : flagChanges) {
            changes.add(row(account.id(), change, found));
            changes.announce(event(account.id(), snapshot, change, found.now()));
        }
        AccountSnapshot announced = account.remembered().announced();
        if (announced == null || differs(announced, snapshot)) {
            changes.announce(scoreChanged(account, snapshot, found));
            announced = snapshot;
        }
        account.settle(announced, found.outages(), Flags.after(account.openFlags(), flagChanges));
    }

    private static Situation situation(LiveAccount account, Assessment found) {
        return new Situation(
                account.id(),
                found.now(),
                found.figures(),
                found.health(),
                found.band(),
                found.scores(),
                found.heldBack());
    }

    private FlagRow row(String accountId, FlagChange change, Assessment found) {
        OpenFlag open = change.flag();
        Flag flag = open.flag();
        return new FlagRow(
                flag.flagId(),
                accountId,
                flag.kind().json(),
                flag.severity().json(),
                open.raisedOn(),
                flag.raisedAt(),
                found.now(),
                flag.sentence(),
                views.json(flag.evidence()),
                found.health().score(),
                change instanceof FlagChange.Cleared ? found.now() : null);
    }

    private HealthEvent event(String accountId, AccountSnapshot account, FlagChange change, Instant now) {
        Occurrence occurrence = occurrence(accountId, now);
        Flag flag = change.flag().flag();
        return switch (change) {
            case FlagChange.Raised raised -> new FlagRaised(occurrence, account, flag);
            case FlagChange.Escalated escalated -> new FlagEscalated(occurrence, account, flag);
            case FlagChange.Cleared cleared -> new FlagCleared(occurrence, account, flag);
        };
    }

    private static ScoreChanged scoreChanged(LiveAccount account, AccountSnapshot snapshot, Assessment found) {
        AccountSnapshot before = account.remembered().announced();
        return new ScoreChanged(
                occurrence(account.id(), found.now()),
                snapshot,
                before == null ? null : before.score(),
                account.remembered().band(),
                AccountView.coverage(found.health()));
    }

    private static Occurrence occurrence(String accountId, Instant now) {
        return new Occurrence(UUID.randomUUID().toString(), accountId, now);
    }

    /** Whether what others know of the account is no longer so; people see whole numbers, a smaller move is no news. */
    private static boolean differs(AccountSnapshot announced, AccountSnapshot now) {
        return announced.band() != now.band()
                || !sameWhole(announced.score(), now.score())
                || !announced.name().equals(now.name())
                || !Objects.equals(announced.owner(), now.owner());
    }

    private static boolean sameWhole(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return whole(one).compareTo(whole(other)) == 0;
    }

    private static BigDecimal whole(BigDecimal score) {
        return score.setScale(0, RoundingMode.HALF_UP);
    }
}
