package dev.bellwether.renewal.past;

import dev.bellwether.contracts.Band;
import dev.bellwether.renewal.RenewalSettings;
import dev.bellwether.renewal.account.Bulk;
import dev.bellwether.renewal.account.Look;
import dev.bellwether.renewal.likelihood.Likelihoods;
import dev.bellwether.renewal.likelihood.Place;
import dev.bellwether.renewal.likelihood.Tally;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Keeps how terms ended, with the band of the account at the end of each milestone's day, and counts them. A band that
 * was not heard of by then is {@code unknown}. A term whose outcome or dates are corrected is counted anew.
 */
@ApplicationScoped
public class PastTerms {

    private static final Bulk<PastEnds> KNOWN = new Bulk<PastEnds>()
            .column("account_id", "text", PastEnds::accountId)
            .column("contract_id", "text", PastEnds::contractId)
            .column("since", "date", PastEnds::since)
            .column("ends", "text", PastEnds::daysInWords);
    /** What was corrected away: ends of the terms that are agreed now, and yet none of these. */
    private static final String FORGET = """
            delete from past_term p using %s
             where p.account_id = said.account_id and p.contract_id = said.contract_id and p.ends_on >= said.since
               and p.ends_on <> all(cast(string_to_array(said.ends, ' ') as date[]))
            """;

    private static final Bulk<Case> CASES = new Bulk<Case>()
            .column("account_id", "text", Case::accountId)
            .column("contract_id", "text", Case::contractId)
            .column("ends_on", "date", Case::endsOn)
            .column("days", "int", Case::days)
            .column("until", "timestamptz", Case::until)
            .column("renewed", "boolean", Case::renewed);
    private static final String SAY = """
            insert into past_term (account_id, contract_id, ends_on, days, until, band, renewed)
            select said.account_id, said.contract_id, said.ends_on, said.days, said.until,
                   coalesce((select band from band_change b
                              where b.account_id = said.account_id and b.occurred_at < said.until
                              order by b.occurred_at desc, b.event_id desc limit 1), 'UNKNOWN'),
                   said.renewed
              from %s
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
        return KNOWN.run(session, FORGET, PastEnds.of(looks))
                .chain(() -> CASES.run(session, SAY, Case.of(looks, settings.zone())));
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
}
