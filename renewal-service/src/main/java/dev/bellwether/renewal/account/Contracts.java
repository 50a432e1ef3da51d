package dev.bellwether.renewal.account;

import dev.bellwether.renewal.RenewalSettings;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/** Lists contracts, the next decision first, those without one last. */
@ApplicationScoped
public class Contracts {

    private static final String LIST =
            "select c, a from ContractRow c join AccountRow a on a.accountId = c.accountId where 1 = 1";
    private static final String ORDER = " order by c.listedOn, c.accountId, c.contractId";
    private static final String ZONES = "select distinct c.zone from ContractRow c where c.listedOn in :days";
    private static final String OWNERS = "select distinct f.accountId from ContractFactRow f where f.contractId = :id";

    private final Mutiny.SessionFactory sessions;
    private final Accounts accounts;
    private final RenewalSettings settings;

    Contracts(Mutiny.SessionFactory sessions, Accounts accounts, RenewalSettings settings) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.settings = settings;
    }

    /** The time zone of accounts that name none. */
    public ZoneId zone() {
        return settings.zone();
    }

    /** One page. */
    public Uni<List<ListedContract>> list(Wanted wanted) {
        Filter filter = new Filter().owner(wanted).status(wanted).after(wanted);
        Integer within = wanted.within();
        return sessions.withSession(session -> within == null
                        ? list(session, filter, wanted.limit())
                        : decided(session, filter, new DaysAhead(wanted.now(), within))
                                .chain(decided -> list(session, decided, wanted.limit())))
                .map(found -> found.stream()
                        .map(pair -> listed((ContractRow) pair[0], (AccountRow) pair[1]))
                        .toList());
    }

    /** The accounts that have a contract of that id; ids of contracts are the sources', nearly always there is one. */
    public Uni<List<Account>> accountsWith(String contractId) {
        return sessions.withSession(session -> session.createQuery(OWNERS, String.class)
                .setParameter("id", contractId)
                .getResultList()
                .chain(ids -> accounts.load(session, ids)));
    }

    private static Uni<List<Object[]>> list(Mutiny.Session session, Filter filter, int limit) {
        var query = session.createQuery(LIST + String.join("", filter.clauses) + ORDER, Object[].class);
        filter.values.forEach(query::setParameter);
        return query.setMaxResults(limit).getResultList();
    }

    private Uni<Filter> decided(Mutiny.Session session, Filter filter, DaysAhead days) {
        return session.createQuery(ZONES, String.class)
                .setParameter("days", days.somewhere())
                .getResultList()
                .map(zones -> filter.decision(days, days.byToday(zones, settings.zone())));
    }

    private ListedContract listed(ContractRow row, AccountRow account) {
        return new ListedContract(
                row.accountId,
                account.snapshot(),
                account.profile().zone(settings.zone()),
                row.contractId,
                row.kind,
                row.status,
                row.startsOn,
                row.endsOn,
                row.decisionOn,
                row.autoRenew,
                row.annualValue(),
                new ListedContract.Place(row.listedOn, row.accountId, row.contractId));
    }

    /** The part of the question that depends on what is wanted. */
    private static final class Filter {
        private final List<String> clauses = new ArrayList<>();
        private final Map<String, Object> values = new HashMap<>();

        Filter owner(Wanted wanted) {
            if (wanted.owner() != null) {
                clauses.add(" and lower(a.owner.text) = :owner");
                values.put("owner", wanted.owner().toLowerCase(Locale.ROOT));
            }
            return this;
        }

        Filter status(Wanted wanted) {
            if (wanted.status() != null) {
                clauses.add(" and c.status = :status");
                values.put("status", wanted.status().word());
            }
            return this;
        }

        /** The outer range is what the index finds. */
        Filter decision(DaysAhead days, Map<LocalDate, List<String>> zonesByToday) {
            List<String> some = new ArrayList<>(List.of(between("Everywhere")));
            put("", days.first(), days.last());
            put("Everywhere", days.firstEverywhere(), days.lastEverywhere());
            zonesByToday.forEach((today, zones) -> {
                String there = Integer.toString(some.size());
                some.add("c.zone in :zones" + there + " and " + between(there));
                put(there, today, today.plusDays(days.within()));
                values.put("zones" + there, zones);
            });
            clauses.add(" and " + between("") + " and (" + String.join(" or ", some) + ")");
            return this;
        }

        private static String between(String which) {
            return "c.listedOn between :from" + which + " and :to" + which;
        }

        private void put(String which, LocalDate from, LocalDate to) {
            values.put("from" + which, from);
            values.put("to" + which, to);
        }

        Filter after(Wanted wanted) {
            if (wanted.after() != null) {
                clauses.add(" and (c.listedOn, c.accountId, c.contractId) > (:listedOn, :accountId, :contractId)");
                values.put("listedOn", wanted.after().listedOn());
                values.put("accountId", wanted.after().accountId());
                values.put("contractId", wanted.after().contractId());
            }
            return this;
        }
    }
}
