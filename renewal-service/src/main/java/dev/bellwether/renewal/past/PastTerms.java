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
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Keeps how terms ended, with the band of the account at the end of each milestone's day, and counts them. A band that
 * was not heard of by then is {@code unknown}. A term of which anything is corrected is counted anew.
 */
@ApplicationScoped
public class PastTerms {

    /** What was kept of a contract when it was last looked at: mostly it is all that is known now. */
    private static final String KEPT = """
            select account_id, contract_id, digest from past_digest where account_id = any(cast(:accounts as text[]))
            """;

    private static final Bulk<Cases> CONTRACTS = new Bulk<Cases>()
            .column("account_id", "text", cases -> cases.contract().accountId())
            .column("contract_id", "text", cases -> cases.contract().contractId())
            .column("since", "date", Cases::since)
            .column("names", "text", Cases::names)
            .column("digest", "text", Cases::digest);
    /** What was corrected away. */
    private static final String FORGET = """
            delete from past_term p using %s
             where p.account_id = said.account_id and p.contract_id = said.contract_id and p.ends_on >= said.since
               and to_char(p.ends_on, 'YYYY-MM-DD') || '/' || p.days <> all(string_to_array(said.names, ' '))
            """;

    private static final String KEEP = """
            insert into past_digest (account_id, contract_id, digest)
            select account_id, contract_id, digest from %s
            on conflict (account_id, contract_id) do update set digest = excluded.digest
            """;

    private static final Bulk<Case> CASES = new Bulk<Case>()
            .column("account_id", "text", one -> one.contract().accountId())
            .column("contract_id", "text", one -> one.contract().contractId())
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

    /** Notes the past terms that looks found, in the caller's transaction, under the accounts' locks. */
    public Uni<Void> note(Mutiny.Session session, List<Look> looks) {
        List<Cases> found = Cases.of(looks, settings.zone());
        return kept(session, looks).chain(kept -> {
            List<Cases> changed = found.stream()
                    .filter(cases -> !cases.digest().equals(kept.get(cases.contract())))
                    .toList();
            List<Case> cases =
                    changed.stream().flatMap(one -> one.cases().stream()).toList();
            return CONTRACTS
                    .run(session, FORGET, changed)
                    .chain(() -> CASES.run(session, SAY, cases))
                    .chain(() -> CONTRACTS.run(session, KEEP, changed));
        });
    }

    private static Uni<Map<Cases.Key, String>> kept(Mutiny.Session session, List<Look> looks) {
        return session.createNativeQuery(KEPT, Object[].class)
                .setParameter(
                        "accounts",
                        looks.stream().map(look -> look.account().id()).toArray(String[]::new))
                .getResultList()
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> new Cases.Key((String) row[0], (String) row[1]), row -> (String) row[2])));
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
