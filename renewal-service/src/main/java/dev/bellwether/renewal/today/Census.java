package dev.bellwether.renewal.today;

import dev.bellwether.renewal.RenewalMetrics;
import dev.bellwether.renewal.RenewalSettings;
import dev.bellwether.renewal.account.Transactions;
import dev.bellwether.renewal.forecast.Snapshots;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Counts, every so often, where contracts stand, what is due and how well renewals were foretold. Every instance counts
 * all of it.
 */
@ApplicationScoped
class Census {

    private static final Logger LOG = Logger.getLogger(Census.class);
    private static final String STATES = "select status, count(*) from contract group by status";
    private static final String DUE = """
            select c.currency, d.days, coalesce(sum(c.annual_amount) filter (
                       where c.decision_on between cast(:today as date) and cast(:today as date) + d.days), 0),
                   coalesce(sum(c.at_risk) filter (
                       where o.starts_on is null and c.decision_on <= cast(:today as date) + d.days), 0)
              from contract c cross join (values (30), (60), (90)) as d (days)
              left join (select distinct account_id, contract_id, starts_on from outcome) o
                on o.account_id = c.account_id and o.contract_id = c.contract_id and o.starts_on = c.starts_on
             where c.status in ('active', 'trial') and c.currency is not null
             group by c.currency, d.days
            """;

    private final Transactions transactions;
    private final Snapshots snapshots;
    private final RenewalMetrics metrics;
    private final RenewalSettings settings;
    private final InstantSource clock;
    private volatile boolean failing;

    Census(
            Transactions transactions,
            Snapshots snapshots,
            RenewalMetrics metrics,
            RenewalSettings settings,
            InstantSource clock) {
        this.snapshots = snapshots;
        this.transactions = transactions;
        this.metrics = metrics;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(
            every = "${bellwether.renewal.census-every}",
            delayed = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void count() {
        LocalDate today = clock.instant().atZone(settings.zone()).toLocalDate();
        try {
            metrics.foretold(transactions.run(snapshots::reliability));
            metrics.contracts(rows(STATES, null));
            metrics.due(rows(DUE, today));
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) { // the same failure again is not logged again
                LOG.warnf(e, "the census failed and is taken again");
            }
            failing = true;
        }
    }

    private List<Object[]> rows(String sql, @Nullable LocalDate today) {
        return transactions.run((Mutiny.Session session) -> {
            var query = session.createNativeQuery(sql, Object[].class);
            return today == null
                    ? query.getResultList()
                    : query.setParameter("today", today).getResultList();
        });
    }
}
