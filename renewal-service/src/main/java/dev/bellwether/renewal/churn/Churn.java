package dev.bellwether.renewal.churn;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Keeps outcomes and fixed causes, and lists who was lost. */
@ApplicationScoped
public class Churn {

    private static final String ADD_OUTCOME = """
            insert into outcome (account_id, contract_id, starts_on, result, cause, reason, said_by, said_at)
            values (:account, :contract, :startsOn, :result, cast(:cause as text), cast(:reason as text), :by, :at)
            """;
    private static final String ADD_FIX = """
            insert into cause_fix (cause, fixed_on, note, said_by, said_at)
            values (:cause, cast(cast(:fixedOn as text) as date), cast(:note as text), :by, :at)
            """;
    private static final String FIXES =
            "select distinct on (cause) cause, fixed_on, note from cause_fix order by cause, fix_id desc";

    /**
     * An account is lost when it says so itself, or when it had subscriptions and none runs or is agreed any more; what is
     * only a draft is not agreed. Its last day is the one it names, else the last on which the ledger knows of a
     * subscription that ran; lost is what ran on that day, or on the last before it on which anything did.
     */
    private static final String LOST = """
            with ended as (
                select account_id, max(ends_on) as ended_on, bool_or(status = 'churned') as churned
                  from contract where kind = 'subscription' and status <> 'draft' group by account_id
                having bool_and(status in ('churned', 'lapsed'))),
            said as (
                select distinct on (account_id) account_id, status from account_fact
                 where status is not null order by account_id, occurred_at desc, event_id desc),
            said_on as (
                select distinct on (account_id) account_id,
                       case when status = 'active' then null else churned_on end as churned_on
                  from account_fact where churned_on is not null or status = 'active'
                 order by account_id, occurred_at desc, event_id desc),
            said_why as (
                select distinct on (account_id) account_id, churn_reason from account_fact
                 where churn_reason is not null order by account_id, occurred_at desc, event_id desc),
            newest as (
                select distinct on (account_id, contract_id, starts_on)
                       account_id, contract_id, starts_on, result, cause, reason, outcome_id
                  from outcome order by account_id, contract_id, starts_on, outcome_id desc),
            fixes as (
                select distinct on (cause) cause, fixed_on, note from cause_fix order by cause, fix_id desc)
            select a.account_id, coalesce(a.name, a.account_id), a.owner,
                   case when e.churned then 'churned' when e.account_id is not null then 'lapsed' else 'account' end,
                   l.churned_on, coalesce(m.lost, '{}'), w.cause, coalesce(w.reason, r.churn_reason), f.fixed_on, f.note
              from account a
              left join ended e using (account_id)
              left join said s using (account_id)
              left join said_on d using (account_id)
              left join said_why r using (account_id)
              left join lateral (
                select coalesce(case when s.status = 'churned' then d.churned_on end,
                                nullif(max(to_on), date '9999-12-31'), e.ended_on) as churned_on
                  from stretch where account_id = a.account_id and known_to = 'infinity') l on true
              left join lateral (
                select json_object_agg(currency, amount)::text as lost
                  from (select currency, sum(annual_amount) as amount, till, max(till) over () as last
                          from (select currency, annual_amount, least(to_on, l.churned_on) as till
                                  from stretch
                                 where account_id = a.account_id and known_to = 'infinity'
                                   and from_on <= coalesce(l.churned_on, to_on)) t
                         group by currency, till) c
                 where till = last) m on true
              left join lateral (
                select n.cause, n.reason
                  from newest n join contract c using (account_id, contract_id, starts_on)
                 where n.account_id = a.account_id and n.result = 'churned'
                   and c.ends_on >= least(l.churned_on, (select max(ends_on) from contract where account_id = a.account_id))
                 order by n.outcome_id desc limit 1) w on true
              left join fixes f on f.cause = w.cause
             where (e.account_id is not null or s.status = 'churned')
               and (:owner = '' or lower(a.owner) = :owner) and (:cause = '' or w.cause = :cause)
               and a.account_id > :after
            """;

    private static final String PAGE = " order by a.account_id";
    private static final String FIXED =
            " and f.fixed_on <= :today and f.fixed_on >= coalesce(l.churned_on, f.fixed_on)";

    private final Mutiny.SessionFactory sessions;
    private final ObjectMapper json;

    Churn(Mutiny.SessionFactory sessions, ObjectMapper json) {
        this.sessions = sessions;
        this.json = json;
    }

    /**
     * Which lost customers a list is to show.
     *
     * @param owner e-mail, empty for all
     * @param cause empty for all
     * @param fixedBy only those whose cause was fixed after they left and by that day; null for all
     * @param after the account with which the page before ended, empty for the first page
     */
    public record Wanted(
            String owner, String cause, @Nullable LocalDate fixedBy, String after, int limit) {}

    /** Adds a word on a term; the newest counts. */
    public Uni<Void> say(Outcome outcome) {
        return sessions.withTransaction(session -> session.createNativeQuery(ADD_OUTCOME)
                .setParameter("account", outcome.accountId())
                .setParameter("contract", outcome.contractId())
                .setParameter("startsOn", outcome.startsOn())
                .setParameter("result", outcome.result().word())
                .setParameter("cause", outcome.cause())
                .setParameter("reason", outcome.reason())
                .setParameter("by", outcome.saidBy())
                .setParameter("at", outcome.saidAt().truncatedTo(ChronoUnit.MICROS))
                .executeUpdate()
                .replaceWithVoid());
    }

    /** Adds a word on a cause; the newest counts. */
    public Uni<Void> say(Fix fix, String by, Instant now) {
        LocalDate fixedOn = fix.fixedOn();
        return sessions.withTransaction(session -> session.createNativeQuery(ADD_FIX)
                .setParameter("cause", fix.cause())
                .setParameter("fixedOn", fixedOn == null ? null : fixedOn.toString())
                .setParameter("note", fix.note())
                .setParameter("by", by)
                .setParameter("at", now.truncatedTo(ChronoUnit.MICROS))
                .executeUpdate()
                .replaceWithVoid());
    }

    /** The newest word on each cause of which there is one. */
    public Uni<List<Fix>> fixes() {
        return sessions.withSession(session -> session.createNativeQuery(FIXES, Object[].class)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Fix((String) row[0], (LocalDate) row[1], (String) row[2]))
                        .toList()));
    }

    /** One page, in the order of the account ids. */
    public Uni<List<Lost>> list(Wanted wanted) {
        return sessions.withSession(session -> {
            String text = LOST + (wanted.fixedBy() == null ? "" : FIXED) + PAGE;
            var query = session.createNativeQuery(text, Object[].class)
                    .setParameter("owner", wanted.owner().toLowerCase(Locale.ROOT))
                    .setParameter("cause", wanted.cause())
                    .setParameter("after", wanted.after());
            if (wanted.fixedBy() != null) {
                query.setParameter("today", wanted.fixedBy());
            }
            return query.setMaxResults(wanted.limit())
                    .getResultList()
                    .map(rows -> rows.stream().map(this::lost).toList());
        });
    }

    private Lost lost(Object[] row) {
        String cause = (String) row[6];
        LocalDate fixedOn = (LocalDate) row[8];
        return new Lost(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (LocalDate) row[4],
                amounts((String) row[5]),
                cause,
                (String) row[7],
                cause == null || fixedOn == null ? null : new Fix(cause, fixedOn, (String) row[9]));
    }

    private Map<String, BigInteger> amounts(String text) {
        try {
            return json.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database wrote amounts that nobody reads: " + text, e);
        }
    }
}
