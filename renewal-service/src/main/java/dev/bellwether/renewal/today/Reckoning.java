package dev.bellwether.renewal.today;

import dev.bellwether.contracts.Band;
import dev.bellwether.renewal.account.Bulk;
import dev.bellwether.renewal.account.Transactions;
import dev.bellwether.renewal.past.PastTerms;
import dev.bellwether.renewal.past.Prospects;
import dev.bellwether.renewal.stake.Exposure;
import dev.bellwether.renewal.stake.Reckoner;
import dev.bellwether.renewal.stake.Stake;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Reckons anew what is at stake where the day has turned, as days left move by themselves, or where more is known of past
 * terms, so that like terms are as likely everywhere on the list. A page is a transaction; what another instance has locked is skipped, and after a restart only what is left is done.
 */
@ApplicationScoped
public class Reckoning {

    private static final int PAGE = 5_000;
    private static final String DUE = """
            select c.account_id, c.contract_id, cast(c.decision_on as text), c.kind = 'subscription' and c.auto_renew, c.annual_amount,
                   c.currency, c.zone, coalesce(a.band, 'UNKNOWN')
              from contract c join account a on a.account_id = c.account_id
             where c.reckon_at <= :now order by c.reckon_at, c.account_id, c.contract_id
             limit :page for update of c skip locked
            """;
    /** Whatever is reckoned at all, once the configuration is another one. */
    private static final String CONFIGURED = """
            with other as (update reckoned_by set configured = :configured where configured <> :configured returning 1)
            update contract set reckon_at = :now where reckon_at > :now and exists (select from other)
            """;

    private static final String OUTDATED = """
            update contract set reckon_at = :now
              from (select c.account_id, c.contract_id
                      from contract c left join (%s) n on n.days = c.milestone and n.band = c.band
                     where c.rank is not null
                       and (c.past_terms, c.past_renewed) <> (coalesce(n.terms, 0), coalesce(n.renewed, 0))
                       for update of c skip locked) as outdated
             where contract.account_id = outdated.account_id and contract.contract_id = outdated.contract_id
            """.formatted(PastTerms.COUNTS);
    private static final String SAY = """
            update contract set reckoned_on = said.reckoned_on, band = said.band, milestone = said.milestone,
                   past_terms = said.past_terms, past_renewed = said.past_renewed, at_risk = said.at_risk,
                   rank = said.rank, reckon_at = said.reckon_at, reckoned_at = said.reckoned_at
              from %s
             where contract.account_id = said.account_id and contract.contract_id = said.contract_id
            """;
    private static final Bulk<Line> LINES = new Bulk<Line>()
            .column("account_id", "text", Line::accountId)
            .column("contract_id", "text", Line::contractId)
            .column(
                    "reckoned_on",
                    "date",
                    line -> line.exposure().map(Exposure::on).orElse(null))
            .column(
                    "band",
                    "text",
                    line -> line.exposure()
                            .map(one -> one.likelihood().place().band().name())
                            .orElse(null))
            .column(
                    "milestone",
                    "int",
                    line -> line.exposure()
                            .map(one -> one.likelihood().place().milestone())
                            .orElse(null))
            .column(
                    "past_terms",
                    "bigint",
                    line -> line.exposure()
                            .map(one -> one.likelihood().past().terms())
                            .orElse(null))
            .column(
                    "past_renewed",
                    "bigint",
                    line -> line.exposure()
                            .map(one -> one.likelihood().past().renewed())
                            .orElse(null))
            .column(
                    "at_risk",
                    "bigint",
                    line -> line.exposure().map(Exposure::atRisk).orElse(null))
            .column(
                    "rank",
                    "double precision",
                    line -> line.exposure().map(Exposure::rank).orElse(null))
            .column("reckon_at", "timestamptz", Line::reckonAt)
            .column("reckoned_at", "timestamptz", Line::reckonedAt);

    private record Line(
            String accountId,
            String contractId,
            Optional<Exposure> exposure,
            @Nullable Instant reckonAt,
            Instant reckonedAt) {}

    private final Transactions transactions;
    private final Prospects prospects;

    Reckoning(Transactions transactions, Prospects prospects) {
        this.transactions = transactions;
        this.prospects = prospects;
    }

    /** Makes those due that were reckoned by another past than is known now, or under another configuration. */
    public void renew(Instant now) {
        transactions.run(session -> session.createNativeQuery(CONFIGURED)
                .setParameter("configured", prospects.configured())
                .setParameter("now", now)
                .executeUpdate()
                .chain(() -> session.createNativeQuery(OUTDATED)
                        .setParameter("now", now)
                        .executeUpdate()));
    }

    /** Reckons those that are due longest; answers whether there may be more. */
    public boolean next(Instant now) {
        return transactions.run(session -> next(session, now)) == PAGE;
    }

    private Uni<Integer> next(Mutiny.Session session, Instant now) {
        return prospects
                .reckoner(session)
                .chain(reckoner -> session.createNativeQuery(DUE, Object[].class)
                        .setParameter("now", now)
                        .setParameter("page", PAGE)
                        .getResultList()
                        .chain(due -> write(session, due, reckoner, now)));
    }

    private static Uni<Integer> write(Mutiny.Session session, List<Object[]> due, Reckoner reckoner, Instant now) {
        List<Line> lines = due.stream().map(row -> line(row, reckoner, now)).toList();
        return LINES.run(session, SAY, lines).replaceWith(lines.size());
    }

    private static Line line(Object[] row, Reckoner reckoner, Instant now) {
        ZoneId zone = ZoneId.of((String) row[6]);
        LocalDate today = now.atZone(zone).toLocalDate();
        Stake stake = new Stake(LocalDate.parse((String) row[2]), (Boolean) row[3], (Long) row[4], (String) row[5]);
        return new Line(
                (String) row[0],
                (String) row[1],
                reckoner.reckon(stake, Band.valueOf((String) row[7]), today),
                reckoner.nextOn(stake, today)
                        .map(day -> day.atStartOfDay(zone).toInstant())
                        .orElse(null),
                now);
    }
}
