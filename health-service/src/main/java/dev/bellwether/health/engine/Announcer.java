package dev.bellwether.health.engine;

import dev.bellwether.contracts.AccountSnapshot;
import dev.bellwether.contracts.Flag;
import dev.bellwether.contracts.FlagCleared;
import dev.bellwether.contracts.FlagEscalated;
import dev.bellwether.contracts.FlagRaised;
import dev.bellwether.contracts.HealthEvent;
import dev.bellwether.contracts.Occurrence;
import dev.bellwether.contracts.ScoreChanged;
import dev.bellwether.health.HealthMetrics;
import dev.bellwether.health.api.AccountView;
import dev.bellwether.health.api.Views;
import dev.bellwether.health.score.flag.FlagChange;
import dev.bellwether.health.score.flag.Flags;
import dev.bellwether.health.score.flag.OpenFlag;
import dev.bellwether.health.score.flag.Situation;
import dev.bellwether.health.store.Changes;
import dev.bellwether.health.store.FlagRow;
import dev.bellwether.health.store.LiveAccount;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lets bands and flags remember what an assessment found, and announces what is new. */
@ApplicationScoped
class Announcer {

    private final Views views;
    private final HealthMetrics metrics;

    Announcer(Views views, HealthMetrics metrics) {
        this.views = views;
        this.metrics = metrics;
    }

    void settle(LiveAccount account, Assessment found, Changes changes) {
        AccountSnapshot snapshot = found.snapshot(account.id());
        List<FlagChange> flagChanges = Flags.next(account.openFlags(), situation(account, found));
        for (FlagChange change : flagChanges) {
            changes.add(row(account.id(), change, found));
            changes.announce(event(account.id(), snapshot, change, found.now()));
        }
        BigDecimal score = found.health().score();
        boolean moved = found.band() != account.settledBand() || !sameWhole(score, account.announcedScore());
        if (moved) {
            changes.announce(scoreChanged(account, snapshot, found));
        }
        account.settle(
                found.band(), moved ? score : account.announcedScore(), Flags.after(account.openFlags(), flagChanges));
    }

    private static Situation situation(LiveAccount account, Assessment found) {
        return new Situation(
                account.id(),
                found.now(),
                found.figures(),
                found.health(),
                found.band(),
                found.scoreWeekAgo(),
                Set.of());
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
                flag.sentence(),
                views.json(flag.evidence()),
                found.health().score(),
                open.scoreBefore(),
                change instanceof FlagChange.Cleared ? found.now() : null);
    }

    private HealthEvent event(String accountId, AccountSnapshot account, FlagChange change, Instant now) {
        Occurrence occurrence = occurrence(accountId, now);
        Flag flag = change.flag().flag();
        return switch (change) {
            case FlagChange.Raised raised -> {
                metrics.flag(flag.kind(), "raised");
                yield new FlagRaised(occurrence, account, flag);
            }
            case FlagChange.Escalated escalated -> {
                metrics.flag(flag.kind(), "escalated");
                yield new FlagEscalated(occurrence, account, flag);
            }
            case FlagChange.Cleared cleared -> {
                metrics.flag(flag.kind(), "cleared");
                yield new FlagCleared(occurrence, account, flag);
            }
        };
    }

    private static ScoreChanged scoreChanged(LiveAccount account, AccountSnapshot snapshot, Assessment found) {
        return new ScoreChanged(
                occurrence(account.id(), found.now()),
                snapshot,
                account.announcedScore(),
                account.settledBand(),
                AccountView.coverage(found.health()));
    }

    private static Occurrence occurrence(String accountId, Instant now) {
        return new Occurrence(UUID.randomUUID().toString(), accountId, now);
    }

    /** People see whole numbers; a move that they cannot see is not announced. */
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
