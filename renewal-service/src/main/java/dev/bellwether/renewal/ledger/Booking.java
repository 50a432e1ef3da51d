package dev.bellwether.renewal.ledger;

import dev.bellwether.renewal.RenewalSettings;
import dev.bellwether.renewal.account.Account;
import dev.bellwether.renewal.term.Stretches;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Writes the ledger: what the facts of accounts amount to is booked from now on, what they no longer amount to is closed.
 * Booking the same facts again writes nothing.
 */
@ApplicationScoped
public class Booking {

    private static final String OPEN = "select " + Booked.COLUMNS
            + " from stretch where account_id = any(cast(:accounts as text[])) and known_to = 'infinity'";
    private static final String ROWS = """
            unnest(cast(:c0 as text[]), cast(:c1 as text[]), cast(cast(:c2 as text[]) as date[]),
                   cast(cast(:c3 as text[]) as date[]), cast(:c4 as text[]), cast(cast(:c5 as text[]) as bigint[]),
                   cast(cast(:c6 as text[]) as date[]), cast(cast(:c7 as text[]) as date[]),
                   cast(cast(:c8 as text[]) as date[]), cast(cast(:c9 as text[]) as int[]))
            """;
    private static final String CLOSE = """
            update stretch s set known_to = :now
              from %s as gone (%s)
             where s.account_id = gone.account_id and s.contract_id = gone.contract_id and s.from_on = gone.from_on
               and s.known_to = 'infinity'
            """.formatted(ROWS, Booked.COLUMNS);
    private static final String ADD =
            "insert into stretch (%s, known_from) select *, :now from %s".formatted(Booked.COLUMNS, ROWS);

    private final RenewalSettings settings;

    Booking(RenewalSettings settings) {
        this.settings = settings;
    }

    /** In the caller's transaction, under the accounts' locks. */
    public Uni<Void> book(Mutiny.Session session, List<Account> accounts, Instant now) {
        List<Account> customers = accounts.stream()
                .filter(account -> !account.versions().isEmpty())
                .toList();
        if (customers.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Set<Booked> wanted = new HashSet<>();
        customers.forEach(account -> stretches(account).forEach(wanted::add));
        return session.createNativeQuery(OPEN, Object[].class)
                .setParameter("accounts", customers.stream().map(Account::id).toArray(String[]::new))
                .getResultList()
                .chain(rows -> {
                    Set<Booked> open = new HashSet<>();
                    rows.forEach(row -> open.add(Booked.read(i -> row[i])));
                    return write(session, CLOSE, without(open, wanted), now)
                            .chain(() -> write(session, ADD, without(wanted, open), now));
                });
    }

    private Stream<Booked> stretches(Account account) {
        ZoneId zone = account.profile().zone(settings.zone());
        return account.versions().entrySet().stream()
                .flatMap(contract -> Stretches.of(
                                contract.getValue(), zone, account.profile().currency())
                        .stream()
                        .map(stretch -> new Booked(account.id(), contract.getKey(), stretch)));
    }

    private static List<Booked> without(Set<Booked> these, Set<Booked> those) {
        List<Booked> left = new ArrayList<>(these);
        left.removeIf(those::contains);
        return left;
    }

    private static Uni<Void> write(Mutiny.Session session, String statement, List<Booked> rows, Instant now) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var query = session.createNativeQuery(statement).setParameter("now", now);
        List<@Nullable String[]> columns = Booked.columns(rows);
        for (int i = 0; i < columns.size(); i++) {
            query.setParameter("c" + i, columns.get(i));
        }
        return query.executeUpdate().replaceWithVoid();
    }
}
