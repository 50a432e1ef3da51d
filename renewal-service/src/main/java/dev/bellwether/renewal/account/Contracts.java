package dev.bellwether.renewal.account;

import dev.bellwether.renewal.RenewalSettings;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
    private static final String DAYS_LEFT =
            "cast(sql('? - cast(timezone(?, cast(? as timestamptz)) as date)', c.decisionOn, c.zone, :now) as Integer)";
    private static final String OWNERS = "select distinct f.accountId from ContractFactRow f where f.contractId = :id";

    private final Mutiny.SessionFactory sessions;
    private final Accounts accounts;
    private final RenewalSettings settings;

    Contracts(Mutiny.SessionFactory sessions, Accounts accounts, RenewalSettings settings) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.settings = settings;
    }

    /** One page. */
    public Uni<List<ListedContract>> list(Wanted wanted) {
        Filter filter =
                new Filter().owner(wanted).status(wanted).decision(wanted).after(wanted);
        return sessions.withSession(session -> {
                    var query = session.createQuery(LIST + String.join("", filter.clauses) + ORDER, Object[].class);
                    filter.values.forEach(query::setParameter);
                    return query.setMaxResults(wanted.limit()).getResultList();
                })
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

        Filter decision(Wanted wanted) {
            if (wanted.within() != null) {
                LocalDate day = wanted.now().atZone(ZoneOffset.UTC).toLocalDate();
                // the range, a day wider on either side, is what the index finds
                clauses.add(" and c.listedOn between :from and :to and " + DAYS_LEFT + " between 0 and :within");
                values.put("from", day.minusDays(1));
                values.put("to", day.plusDays(wanted.within() + 1L));
                values.put("now", wanted.now().atOffset(ZoneOffset.UTC));
                values.put("within", wanted.within());
            }
            return this;
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
