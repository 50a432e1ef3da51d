package dev.bellwether.renewal.account;

import dev.bellwether.contracts.AccountSnapshot;
import dev.bellwether.contracts.Period;
import dev.bellwether.renewal.term.Contract;
import dev.bellwether.renewal.term.End;
import dev.bellwether.renewal.term.Finding;
import dev.bellwether.renewal.term.Milestone;
import dev.bellwether.renewal.term.Noted;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Notes what looks at accounts found, so that nothing is told twice, and when each wants the next look. */
@ApplicationScoped
public class Notes {

    private static final String SAY_CONTRACT = """
            insert into contract (account_id, contract_id, kind, status, starts_on, ends_on, decision_on, listed_on,
                                  auto_renew, currency, annual_amount)
            values (:account, :contract, :kind, :status, :startsOn, :endsOn, :decisionOn, :listedOn,
                    :autoRenew, :currency, :amount)
            on conflict (account_id, contract_id) do update
               set kind = excluded.kind, status = excluded.status, starts_on = excluded.starts_on,
                   ends_on = excluded.ends_on, decision_on = excluded.decision_on, listed_on = excluded.listed_on,
                   auto_renew = excluded.auto_renew, currency = excluded.currency,
                   annual_amount = excluded.annual_amount
            """;
    private static final String ADD_MILESTONE = """
            insert into milestone (account_id, contract_id, decision_on, days, outcome, noted_on, score, band)
            values (:account, :contract, :decisionOn, :days, :outcome, :today, :score, :band)
            on conflict do nothing
            """;
    private static final String SAY_END = """
            insert into term_end (account_id, contract_id, starts_on, ends_on, outcome, currency, annual_amount,
                                  noted_on, score, band)
            values (:account, :contract, :startsOn, :endsOn, :outcome, :currency, :amount, :today, :score, :band)
            on conflict (account_id, contract_id, ends_on) do update
               set starts_on = excluded.starts_on, outcome = excluded.outcome, currency = excluded.currency,
                   annual_amount = excluded.annual_amount, noted_on = excluded.noted_on, score = excluded.score,
                   band = excluded.band
            """;
    private static final LocalDate END_OF_DAYS = LocalDate.of(9999, 12, 31);

    /** Notes one look in the caller's transaction, under the account's lock. */
    public Uni<Void> note(Mutiny.Session session, Look look) {
        List<Supplier<Uni<Integer>>> notes = new ArrayList<>();
        for (Finding finding : look.review().findings()) {
            notes.add(() -> sayContract(session, look, finding));
            finding.due()
                    .ifPresent(due -> notes.add(() -> addMilestone(
                            session,
                            look,
                            finding,
                            due,
                            due.dueOn().isBefore(look.today()) ? Noted.LATE : Noted.TOLD)));
            finding.skipped()
                    .forEach(skipped -> notes.add(() -> addMilestone(session, look, finding, skipped, Noted.SKIPPED)));
            finding.ends().forEach(end -> notes.add(() -> sayEnd(session, look, finding, end)));
        }
        Uni<Void> noted = session.find(AccountRow.class, look.account().id())
                .invoke(row -> schedule(row, look.settled(), look.nextAt()))
                .replaceWithVoid();
        return noted.chain(() -> Multi.createFrom()
                .iterable(notes)
                .onItem()
                .transformToUniAndConcatenate(Supplier::get)
                .onItem()
                .ignoreAsUni());
    }

    /** Leaves an account alone until then. */
    public Uni<Void> postpone(Mutiny.Session session, String accountId, Instant until) {
        return session.find(AccountRow.class, accountId)
                .invoke(row -> schedule(row, false, until))
                .replaceWithVoid();
    }

    private static void schedule(@Nullable AccountRow row, boolean settled, @Nullable Instant nextAt) {
        if (row == null) {
            return; // erased meanwhile
        }
        row.lookAt = nextAt;
        if (settled) {
            row.settlesAt = null;
        }
    }

    private static Uni<Integer> sayContract(Mutiny.Session session, Look look, Finding finding) {
        Contract contract = finding.contract();
        Period term = finding.standing().period().orElse(null);
        LocalDate decisionOn = term == null ? null : contract.decisionOn(term);
        return session.createNativeQuery(SAY_CONTRACT)
                .setParameter("account", look.account().id())
                .setParameter("contract", contract.contractId())
                .setParameter("kind", contract.kind().json())
                .setParameter("status", finding.standing().status().word())
                .setParameter("startsOn", term == null ? null : term.startsOn())
                .setParameter("endsOn", term == null ? null : term.endsOn())
                .setParameter("decisionOn", decisionOn)
                .setParameter("listedOn", decisionOn == null ? END_OF_DAYS : decisionOn)
                .setParameter("autoRenew", contract.autoRenew())
                .setParameter("currency", contract.currency())
                .setParameter("amount", contract.annualAmount(term))
                .executeUpdate();
    }

    private static Uni<Integer> addMilestone(
            Mutiny.Session session, Look look, Finding finding, Milestone milestone, Noted outcome) {
        AccountSnapshot account = look.account().snapshot();
        return session.createNativeQuery(ADD_MILESTONE)
                .setParameter("account", look.account().id())
                .setParameter("contract", finding.contract().contractId())
                .setParameter("decisionOn", milestone.decisionOn())
                .setParameter("days", milestone.days())
                .setParameter("outcome", outcome.name())
                .setParameter("today", look.today())
                .setParameter("score", account.score())
                .setParameter("band", account.band().name())
                .executeUpdate();
    }

    private static Uni<Integer> sayEnd(Mutiny.Session session, Look look, Finding finding, End end) {
        AccountSnapshot account = look.account().snapshot();
        return session.createNativeQuery(SAY_END)
                .setParameter("account", look.account().id())
                .setParameter("contract", finding.contract().contractId())
                .setParameter("startsOn", end.term().startsOn())
                .setParameter("endsOn", end.term().endsOn())
                .setParameter("outcome", end.outcome().name())
                .setParameter("currency", finding.contract().currency())
                .setParameter("amount", finding.contract().annualAmount(end.term()))
                .setParameter("today", look.today())
                .setParameter("score", account.score())
                .setParameter("band", account.band().name())
                .executeUpdate();
    }
}
