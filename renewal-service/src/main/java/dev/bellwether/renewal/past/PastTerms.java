package dev.bellwether.renewal.past;

import dev.bellwether.contracts.Band;
import dev.bellwether.renewal.RenewalSettings;
import dev.bellwether.renewal.account.Look;
import dev.bellwether.renewal.likelihood.Likelihoods;
import dev.bellwether.renewal.likelihood.Place;
import dev.bellwether.renewal.likelihood.Tally;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Keeps how terms ended, with the band of the account at the end of each milestone's day, and counts them. A band that
 * was not heard of by then is {@code unknown}. A term whose outcome or dates are corrected is counted anew.
 */
@ApplicationScoped
public class PastTerms {

    /** What was corrected away: ends of the terms that are agreed now, and yet none of these. */
    private static final String FORGET = """
            delete from past_term p
             using unnest(cast(:accounts as text[]), cast(:contracts as text[]),
                         cast(cast(:sinces as text[]) as date[]), cast(:ends as text[]))
                   as known (account_id, contract_id, since, ends)
             where p.account_id = known.account_id and p.contract_id = known.contract_id and p.ends_on >= known.since
               and p.ends_on <> all(cast(string_to_array(known.ends, ' ') as date[]))
            """;

    private static final String SAY = """
            insert into past_term (account_id, contract_id, ends_on, days, until, band, renewed)
            select said.account_id, said.contract_id, said.ends_on, said.days, said.until,
                   coalesce((select band from band_change b
                              where b.account_id = said.account_id and b.occurred_at < said.until
                              order by b.occurred_at desc, b.event_id desc limit 1), 'UNKNOWN'),
                   said.renewed
              from unnest(cast(:accounts as text[]), cast(:contracts as text[]), cast(cast(:ends as text[]) as date[]),
                          cast(cast(:days as text[]) as int[]), cast(cast(:untils as text[]) as timestamptz[]),
                          cast(cast(:renewed as text[]) as boolean[]))
                   as said (account_id, contract_id, ends_on, days, until, renewed)
            on conflict (account_id, contract_id, ends_on, days) do update
               set until = excluded.until, band = excluded.band, renewed = excluded.renewed
             where (past_term.until, past_term.band, past_term.renewed)
                   <> (excluded.until, excluded.band, excluded.renewed)
            """;
    private static final String FOLD = """
            with changes as (delete from past_count_change returning *)
            insert into past_count as c (days, band, terms, renewed)
            select days, band, sum(terms), sum(renewed) from changes group by days, band
            on conflict (days, band) do update
               set terms = c.terms + excluded.terms, renewed = c.renewed + excluded.renewed
            """;
    /** How many terms ended in each place, and how many of them renewed, as rows of (days, band, terms, renewed). */
    public static final String COUNTS = """
            select days, band, cast(sum(terms) as bigint) as terms, cast(sum(renewed) as bigint) as renewed
              from (select * from past_count union all select * from past_count_change) as c
             group by days, band having sum(terms) > 0
            """;

    private final RenewalSettings settings;

    PastTerms(RenewalSettings settings) {
        this.settings = settings;
    }

    /** Notes the ends that looks found, in the caller's transaction, under the accounts' locks. */
    public Uni<Void> note(Mutiny.Session session, List<Look> looks) {
        List<PastEnds> ends = PastEnds.of(looks);
        List<Case> cases = Case.of(looks, settings.zone());
        Uni<Void> forgotten = ends.isEmpty() ? Uni.createFrom().voidItem() : forget(session, ends);
        return cases.isEmpty() ? forgotten : forgotten.chain(() -> say(session, cases));
    }

    /** Folds what changed into the counts. */
    public Uni<Void> fold(Mutiny.Session session) {
        return session.createNativeQuery(FOLD).executeUpdate().replaceWithVoid();
    }

    /** How likely terms are to renew, by all that has ended so far. */
    public Uni<Likelihoods> likelihoods(Mutiny.Session session) {
        return session.createNativeQuery(COUNTS, Object[].class)
                .getResultList()
                .map(rows -> new Likelihoods(rows.stream()
                        .collect(Collectors.toMap(
                                row -> new Place(Band.valueOf((String) row[1]), (Integer) row[0]),
                                row -> new Tally((Long) row[2], (Long) row[3])))));
    }

    private static Uni<Void> forget(Mutiny.Session session, List<PastEnds> known) {
        return session.createNativeQuery(FORGET)
                .setParameter("accounts", Columns.texts(known, PastEnds::accountId))
                .setParameter("contracts", Columns.texts(known, PastEnds::contractId))
                .setParameter("sinces", Columns.texts(known, one -> one.since().toString()))
                .setParameter(
                        "ends",
                        Columns.texts(
                                known,
                                one -> one.ends().stream()
                                        .map(LocalDate::toString)
                                        .collect(Collectors.joining(" "))))
                .executeUpdate()
                .replaceWithVoid();
    }

    private static Uni<Void> say(Mutiny.Session session, List<Case> cases) {
        return session.createNativeQuery(SAY)
                .setParameter("accounts", Columns.texts(cases, Case::accountId))
                .setParameter("contracts", Columns.texts(cases, Case::contractId))
                .setParameter("ends", Columns.texts(cases, one -> one.endsOn().toString()))
                .setParameter("days", Columns.texts(cases, one -> Integer.toString(one.days())))
                .setParameter("untils", Columns.texts(cases, one -> one.until().toString()))
                .setParameter("renewed", Columns.texts(cases, one -> Boolean.toString(one.renewed())))
                .executeUpdate()
                .replaceWithVoid();
    }
}
