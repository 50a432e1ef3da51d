package dev.bellwether.renewal.churn;

import dev.bellwether.renewal.desk.Desks;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** The terms of which somebody said what became of them: nobody has to be reminded of those. */
public final class DecidedTerms {

    private static final String OF =
            "select account_id, contract_id, starts_on from outcome where account_id = any(:accounts)";

    private DecidedTerms() {}

    /** Those of these accounts. */
    public static Uni<Set<Desks.Key>> of(Mutiny.Session session, Collection<String> accounts) {
        return accounts.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : session.createNativeQuery(OF, Object[].class)
                        .setParameter("accounts", accounts.toArray(String[]::new))
                        .getResultList()
                        .map(rows -> rows.stream()
                                .map(row -> new Desks.Key((String) row[0], (String) row[1], (LocalDate) row[2]))
                                .collect(Collectors.toSet()));
    }
}
