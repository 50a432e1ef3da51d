package dev.bellwether.renewal.ledger;

import dev.bellwether.renewal.retention.Customer;
import dev.bellwether.renewal.retention.Line;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads the ledger: two statements whatever the number of contracts, and one for the groups. */
@ApplicationScoped
public class Books {

    /** Far enough ahead that nothing is heard later. */
    static final Instant NOW = Instant.parse("9999-01-01T00:00:00Z");

    private static final String TOUCHING =
            " from stretch s where from_on <= :to and to_on >= :opening and known_from <= :knownAt and known_to > :knownAt";
    private static final String EARLIER = "select distinct account_id, currency from stretch s"
            + " where to_on < :opening and known_from <= :knownAt and known_to > :knownAt";
    private static final String OF_OWNER =
            " and exists (select from account a where a.account_id = s.account_id and lower(a.owner) = :owner)";
    private static final String IN_CURRENCY = " and currency = :currency";

    private final Mutiny.SessionFactory sessions;

    Books(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** The lines of the period and what is needed to add them up. */
    public Uni<Answer> ask(Asked asked) {
        Instant knownAt = asked.knownAt() == null ? NOW : asked.knownAt();
        return sessions.withSession(session -> lines(session, asked, knownAt)
                .chain(lines -> before(session, asked, knownAt)
                        .chain(before -> Groups.of(session, asked, knownAt)
                                .map(groups -> answer(asked, lines, before, groups)))));
    }

    private static Answer answer(Asked asked, List<Line> lines, Set<Customer> before, Map<String, String> groups) {
        Answer all = new Answer(lines, before, groups);
        String group = asked.group();
        return group == null
                ? all
                : new Answer(
                        lines.stream()
                                .filter(line -> all.group(line).equalsIgnoreCase(group))
                                .toList(),
                        before,
                        groups);
    }

    private static Uni<List<Line>> lines(Mutiny.Session session, Asked asked, Instant knownAt) {
        return query(session, "select " + Booked.COLUMNS + TOUCHING, asked, Map.of("to", asked.to()), knownAt)
                .map(rows -> Lines.of(rows.stream().map(Booked::read), asked.from(), asked.to()));
    }

    private static Uni<Set<Customer>> before(Mutiny.Session session, Asked asked, Instant knownAt) {
        return query(session, EARLIER, asked, Map.of(), knownAt)
                .map(rows -> rows.stream()
                        .map(row -> new Customer((String) row[0], (String) row[1]))
                        .collect(Collectors.toSet()));
    }

    private static Uni<List<Object[]>> query(
            Mutiny.Session session, String text, Asked asked, Map<String, Object> more, Instant knownAt) {
        StringBuilder clauses = new StringBuilder(text);
        Map<String, Object> values = new HashMap<>(more);
        values.put("opening", asked.opening());
        values.put("knownAt", knownAt);
        if (asked.confinedTo() != null) {
            clauses.append(OF_OWNER);
            values.put("owner", asked.confinedTo().toLowerCase(Locale.ROOT));
        }
        if (asked.currency() != null) {
            clauses.append(IN_CURRENCY);
            values.put("currency", asked.currency());
        }
        var query = session.createNativeQuery(clauses.toString(), Object[].class);
        values.forEach(query::setParameter);
        return query.getResultList();
    }
}
