package dev.bellwether.renewal.ledger;

import dev.bellwether.renewal.term.Stretch;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads contracts from the ledger as they are known now. */
public final class Ledgers {

    private static final String SINCE = "select " + Booked.COLUMNS
            + " from stretch s where to_on >= :from and known_to = 'infinity'"
            + " and (:owner = '' or exists (select from account a"
            + " where a.account_id = s.account_id and lower(a.owner) = :owner))"
            + " and (:currency = '' or currency = :currency) order by account_id, contract_id, from_on";

    private Ledgers() {}

    /**
     * One contract.
     *
     * @param stretches in the order of their days
     */
    public record Contract(String accountId, String contractId, List<Stretch> stretches) {

        public Contract {
            stretches = List.copyOf(stretches);
        }
    }

    /** What runs in the period asked for, or later. */
    public static Uni<List<Contract>> since(Mutiny.Session session, Asked asked) {
        String owner = asked.confinedTo() == null ? "" : asked.confinedTo().toLowerCase(Locale.ROOT);
        return session.createNativeQuery(SINCE, Object[].class)
                .setParameter("from", asked.from())
                .setParameter("owner", owner)
                .setParameter("currency", asked.currency() == null ? "" : asked.currency())
                .getResultList()
                .map(rows -> contracts(rows.stream().map(Booked::read).toList()));
    }

    private static List<Contract> contracts(List<Booked> sorted) {
        List<Contract> contracts = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= sorted.size(); i++) {
            if (i == sorted.size() || !isSameContract(sorted.get(i), sorted.get(start))) {
                Booked first = sorted.get(start);
                contracts.add(new Contract(
                        first.accountId(),
                        first.contractId(),
                        sorted.subList(start, i).stream().map(Booked::stretch).toList()));
                start = i;
            }
        }
        return contracts;
    }

    private static boolean isSameContract(Booked one, Booked other) {
        return one.accountId().equals(other.accountId()) && one.contractId().equals(other.contractId());
    }
}
