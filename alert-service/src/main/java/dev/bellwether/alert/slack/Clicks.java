package dev.bellwether.alert.slack;

import dev.bellwether.alert.action.Actions;
import dev.bellwether.alert.store.Transactions;
import dev.bellwether.messaging.InTurn;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jboss.logging.Logger;

/** The clicks of people in Slack: kept at once, so that Slack can be answered, then done, and done again if need be. */
@ApplicationScoped
class Clicks {

    private static final Logger LOG = Logger.getLogger(Clicks.class);

    private static final String KEEP = """
            insert into slack_action (id, alert_id, action, user_id, user_name, response_url, message, at, status, attempts, due_at)
            values (:id, :alert, :action, :user, :name, :url, :message, :now, 'due', 0, :now) on conflict (id) do nothing
            """;

    private static final String NEXT = """
            select * from slack_action where status = 'due' and due_at <= :now
            order by due_at, id limit 10 for update skip locked
            """;

    private static final String SETTLE =
            "update slack_action set status = :status, response_url = '', message = '' where id = :id";
    private static final String FORGET = "delete from slack_action where at < :before";

    private static final int MOST_ATTEMPTS = 10;
    private static final Duration LEASE = Duration.ofSeconds(30);

    /** Slack may repeat a click for minutes; a day is ample. */
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final Transactions transactions;
    private final People people;
    private final Actions actions;
    private final Feedback feedback;
    private final InstantSource clock;

    Clicks(Transactions transactions, People people, Actions actions, Feedback feedback, InstantSource clock) {
        this.transactions = transactions;
        this.people = people;
        this.actions = actions;
        this.feedback = feedback;
        this.clock = clock;
    }

    /** Keeps a click; one that is known already is kept once. */
    Uni<Void> keep(Click click) {
        return transactions.in(session -> session.createNativeQuery(KEEP)
                .setParameter("id", click.id())
                .setParameter("alert", click.alert())
                .setParameter("action", click.action().label())
                .setParameter("user", click.userId())
                .setParameter("name", click.userName())
                .setParameter("url", click.responseUrl())
                .setParameter("message", click.message().toString())
                .setParameter("now", clock.instant())
                .executeUpdate()
                .replaceWithVoid());
    }

    /** Does what was kept; a click that fails is done again after half a minute. */
    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> work() {
        return transactions
                .in(session -> session.createNativeQuery(NEXT, ClickRow.class)
                        .setParameter("now", clock.instant())
                        .getResultList()
                        .invoke(this::lease))
                .chain(this::doAll);
    }

    private void lease(List<ClickRow> rows) {
        for (ClickRow row : rows) {
            row.attempts++;
            row.dueAt = clock.instant().plus(LEASE);
        }
    }

    private Uni<Void> doAll(List<ClickRow> rows) {
        return InTurn.each(rows, this::doOne);
    }

    private Uni<Void> doOne(ClickRow row) {
        Click click = row.click();
        return people.address(click.userId(), click.userName())
                .chain(by -> actions.perform(click.alert(), by, click.action(), row.at)
                        .chain(handled -> feedback.show(click, by, handled)))
                .chain(() -> settle(click, "done"))
                .onFailure()
                .recoverWithUni(failure -> failed(row, failure));
    }

    private Uni<Void> failed(ClickRow row, Throwable failure) {
        if (row.attempts < MOST_ATTEMPTS) {
            return Uni.createFrom().voidItem(); // its lease ends
        }
        // the failure's own text may hold the response address
        LOG.errorf(
                "a click in Slack is given up: alert=%s action=%s reason=%s",
                row.alertId, row.action, failure.getClass().getSimpleName());
        return settle(row.click(), "failed");
    }

    private Uni<Void> settle(Click click, String status) {
        return transactions.in(session -> session.createNativeQuery(SETTLE)
                .setParameter("status", status)
                .setParameter("id", click.id())
                .executeUpdate()
                .replaceWithVoid());
    }

    @Scheduled(every = "1h", delayed = "5m")
    Uni<Void> forgetOld() {
        Instant before = clock.instant().minus(REMEMBERED);
        return transactions.in(session -> session.createNativeQuery(FORGET)
                .setParameter("before", before)
                .executeUpdate()
                .replaceWithVoid());
    }
}
