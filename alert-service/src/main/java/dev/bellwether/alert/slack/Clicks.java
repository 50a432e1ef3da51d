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
import org.jspecify.annotations.Nullable;

/** The clicks of people in Slack: kept at once, so that Slack can be answered, then done, and done again if need be. */
@ApplicationScoped
class Clicks {

    private static final Logger LOG = Logger.getLogger(Clicks.class);

    private static final String KEEP = """
            insert into slack_action (id, alert_id, action, user_id, user_name, response_url, message, at, status, attempts, due_at)
            values (:id, :alert, :action, :user, :name, :url, :message, :now, 'due', 0, :now) on conflict (id) do nothing
            """;

    private static final String NEXT = """
            select s.* from slack_action s where s.status = 'due' and s.due_at <= :now
              and not exists (select 1 from slack_action e
                              where e.alert_id = s.alert_id and e.status = 'due' and (e.at, e.id) < (s.at, s.id))
            order by s.at, s.id limit 1 for update of s skip locked
            """;

    private static final String PERFORMED = "update slack_action set outcome = :outcome where id = :id";

    /** What it would show is older than what another one has shown. */
    private static final String OVERTAKEN = """
            select exists (select 1 from slack_action s
                           where s.alert_id = :alert and s.outcome = 'done' and s.at > :at)
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

    /** Does what was kept, of each alert in the order of the clicks; one that fails is tried again after half a minute. */
    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> work() {
        return next().repeat().whilst(done -> done).onItem().ignoreAsUni();
    }

    /** One at a time: what is fetched is done at once, so that no lease ends before. */
    private Uni<Boolean> next() {
        return transactions
                .in(session -> session.createNativeQuery(NEXT, ClickRow.class)
                        .setParameter("now", clock.instant())
                        .getResultList()
                        .invoke(this::lease))
                .chain(rows -> InTurn.each(rows, this::doOne).replaceWith(!rows.isEmpty()));
    }

    private void lease(List<ClickRow> rows) {
        for (ClickRow row : rows) {
            row.attempts++;
            row.dueAt = clock.instant().plus(LEASE);
        }
    }

    private Uni<Void> doOne(ClickRow row) {
        Click click = row.click();
        return people.address(click.userId(), click.userName())
                .chain(by -> performed(row, click, by).chain(outcome -> show(row, click, by, outcome)))
                .chain(() -> settle(click, "done"))
                .onFailure()
                .recoverWithUni(failure -> failed(row, failure));
    }

    /** Once: what it came to is kept before anybody is shown. */
    private Uni<String> performed(ClickRow row, Click click, String by) {
        @Nullable String known = row.outcome;
        return known != null
                ? Uni.createFrom().item(known)
                : actions.perform(click.alert(), by, click.action(), row.at)
                        .map(Feedback::outcome)
                        .call(outcome -> transactions.in(session -> session.createNativeQuery(PERFORMED)
                                .setParameter("outcome", outcome)
                                .setParameter("id", click.id())
                                .executeUpdate()));
    }

    private Uni<Void> show(ClickRow row, Click click, String by, String outcome) {
        return transactions
                .in(session -> session.createNativeQuery(OVERTAKEN, Boolean.class)
                        .setParameter("alert", row.alertId)
                        .setParameter("at", row.at)
                        .getSingleResult())
                .chain(overtaken -> overtaken && outcome.equals(Feedback.DONE)
                        ? Uni.createFrom().voidItem()
                        : feedback.show(click, by, outcome));
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
