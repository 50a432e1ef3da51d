package dev.bellwether.renewal.account;

import dev.bellwether.messaging.InTurn;
import dev.bellwether.renewal.stake.Reckoner;
import dev.bellwether.renewal.term.End;
import dev.bellwether.renewal.term.Finding;
import dev.bellwether.renewal.term.Milestone;
import dev.bellwether.renewal.term.Noted;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Notes what looks at accounts found, so that nothing is told twice, and when each wants the next look. */
@ApplicationScoped
public class Notes {

    private record NotedMilestone(Look look, Finding finding, Milestone milestone, Noted outcome) {}

    private record NotedEnd(Look look, Finding finding, End end) {}

    private record TakenBack(Look look, Finding finding, LocalDate endsOn) {}

    private static final Bulk<NotedMilestone> MILESTONES = new Bulk<NotedMilestone>()
            .column("account_id", "text", one -> one.look().account().id())
            .column("contract_id", "text", one -> one.finding().contract().contractId())
            .column("starts_on", "date", one -> one.milestone().startsOn())
            .column("decision_on", "date", one -> one.milestone().decisionOn())
            .column("days", "int", one -> one.milestone().days())
            .column("outcome", "text", NotedMilestone::outcome)
            .column("noted_on", "date", one -> one.look().today());

    /** What was passed over by a clock that was ahead may still come. */
    private static final String SAY_MILESTONE = """
            on conflict (account_id, contract_id, starts_on, decision_on, days) do update
               set outcome = excluded.outcome, noted_on = excluded.noted_on
             where milestone.outcome = 'SKIPPED'
            """;

    private static final Bulk<NotedEnd> ENDS = new Bulk<NotedEnd>()
            .column("account_id", "text", one -> one.look().account().id())
            .column("contract_id", "text", one -> one.finding().contract().contractId())
            .column("starts_on", "date", one -> one.end().term().startsOn())
            .column("ends_on", "date", one -> one.end().term().endsOn())
            .column("outcome", "text", one -> one.end().outcome())
            .column("noted_on", "date", one -> one.look().today())
            .column("told", "int", one -> one.finding().tells(one.end()) ? 1 : 0);
    private static final String SAY_END = """
            on conflict (account_id, contract_id, ends_on) do update
               set starts_on = excluded.starts_on, outcome = excluded.outcome, noted_on = excluded.noted_on,
                   told = term_end.told + excluded.told
            """;

    private static final Bulk<TakenBack> ENDS_TAKEN_BACK = new Bulk<TakenBack>()
            .column("account_id", "text", one -> one.look().account().id())
            .column("contract_id", "text", one -> one.finding().contract().contractId())
            .column("ends_on", "date", TakenBack::endsOn)
            .column("noted_on", "date", one -> one.look().today());
    /** The row stays: how often the end was told tells apart what is told of it later. */
    private static final String TAKE_BACK = """
            update term_end e set outcome = null, noted_on = said.noted_on
              from %s
             where e.account_id = said.account_id and e.contract_id = said.contract_id and e.ends_on = said.ends_on
            """;

    private static final String WAKE = """
            update account set look_at = :now
             where account_id in (
                   select account_id from account
                    where account_id in (select account_id from account where looked_at > :later
                                         union select account_id from contract where reckoned_at > :later)
                    order by account_id for update skip locked)
            """;

    /** Notes looks in the caller's transaction, under the accounts' locks. */
    public Uni<Void> note(Mutiny.Session session, List<Look> looks, Reckoner reckoner, Instant now) {
        return schedule(session, looks, now)
                .chain(() -> Lines.write(session, looks, reckoner, now))
                .chain(() -> MILESTONES.insert(session, "milestone", SAY_MILESTONE, milestones(looks)))
                .chain(() -> ENDS_TAKEN_BACK.run(session, TAKE_BACK, takenBack(looks)))
                .chain(() -> ENDS.insert(session, "term_end", SAY_END, ends(looks)));
    }

    /** Makes those due that were looked at, or reckoned, later than then: the clock was ahead. Skips what is locked. */
    public Uni<Void> wake(Mutiny.Session session, Instant later, Instant now) {
        return session.createNativeQuery(WAKE)
                .setParameter("later", later)
                .setParameter("now", now)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Leaves an account alone until then. */
    public Uni<Void> postpone(Mutiny.Session session, String accountId, Instant until) {
        return session.find(AccountRow.class, accountId)
                .invoke(row -> schedule(row, false, until, null))
                .replaceWithVoid();
    }

    /** The rows were loaded when they were locked. */
    private static Uni<Void> schedule(Mutiny.Session session, List<Look> looks, Instant now) {
        return InTurn.each(
                looks,
                look -> session.find(AccountRow.class, look.account().id())
                        .invoke(row -> schedule(row, look.settled(), look.nextAt(), now)));
    }

    private static void schedule(
            @Nullable AccountRow row, boolean settled, @Nullable Instant nextAt, @Nullable Instant lookedAt) {
        if (row == null) {
            return; // erased meanwhile
        }
        row.lookAt = nextAt;
        row.lookedAt = lookedAt;
        if (settled) {
            row.settlesAt = null;
        }
    }

    private static List<NotedMilestone> milestones(List<Look> looks) {
        return looks.stream()
                .flatMap(look -> look.review().findings().stream().flatMap(finding -> milestones(look, finding)))
                .toList();
    }

    private static Stream<NotedMilestone> milestones(Look look, Finding finding) {
        Stream<NotedMilestone> due = finding.due().stream()
                .map(milestone -> new NotedMilestone(
                        look, finding, milestone, milestone.dueOn().isBefore(look.today()) ? Noted.LATE : Noted.TOLD));
        Stream<NotedMilestone> skipped = finding.skipped().stream()
                .map(milestone -> new NotedMilestone(look, finding, milestone, Noted.SKIPPED));
        return Stream.concat(due, skipped);
    }

    private static List<TakenBack> takenBack(List<Look> looks) {
        return looks.stream()
                .flatMap(look -> look.review().findings().stream()
                        .flatMap(finding -> finding.takenBack().stream().map(day -> new TakenBack(look, finding, day))))
                .toList();
    }

    private static List<NotedEnd> ends(List<Look> looks) {
        return looks.stream()
                .flatMap(look -> look.review().findings().stream()
                        .flatMap(finding -> finding.ends().stream().map(end -> new NotedEnd(look, finding, end))))
                .toList();
    }
}
