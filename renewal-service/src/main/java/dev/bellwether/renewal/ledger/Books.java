package dev.bellwether.renewal.ledger;

import dev.bellwether.contracts.agreed.Stretch;
import dev.bellwether.renewal.retention.Customer;
import dev.bellwether.renewal.retention.Line;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads the ledger: two statements whatever the number of contracts, and one for the groups. Its rows are many and are
 * only added up: they are read without a session, which would keep an eye on each.
 */
@ApplicationScoped
public class Books {

    /** Far enough ahead that nothing is heard later. */
    private static final OffsetDateTime NOW = OffsetDateTime.of(9999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private static final String OPEN_TO = " and known_from <= $3 and known_to > $3 and ($4 = '' or currency = $4)"
            + " and ($5 = '' or account_id in (select account_id from account where lower(owner) = $5))";
    private static final String TOUCHING =
            "select " + Booked.COLUMNS + " from stretch where to_on >= $1 and from_on <= $2" + OPEN_TO;
    /** With those that something cut short, and be it the next of them, in a term that may go on; months differ by 3 days. */
    private static final String SINCE = "select " + Booked.COLUMNS + " from stretch where (to_on >= $1"
            + " or (to_on + (term_ends_on - term_starts_on + 4) >= $1 and last_ends_on > to_on)) and from_on <= $2"
            + OPEN_TO;

    private static final String EARLIER =
            "select distinct account_id, currency from stretch where to_on < $1 and $2::date is not null" + OPEN_TO;

    private final Pool pool;

    Books(Pool pool) {
        this.pool = pool;
    }

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

    /** The lines of the period and what is needed to add them up. */
    public Uni<Answer> ask(Asked asked) {
        OffsetDateTime knownAt = knownAt(asked.knownAt());
        return lines(asked, knownAt)
                .chain(lines -> before(asked, knownAt)
                        .chain(before -> Groups.of(pool, asked, knownAt)
                                .map(groups -> answer(asked.group(), lines, before, groups))));
    }

    /** The group of each account by all that is known now; accounts of which nothing was said are missing. */
    public Uni<Map<String, String>> groups(Asked asked) {
        return Groups.of(pool, asked, NOW);
    }

    /** What runs in the period or later, as it is known now, or was cut short in a term that reaches into it. */
    public Uni<List<Contract>> since(Asked asked) {
        Tuple values = Tuple.of(asked.from(), Stretch.FOREVER, NOW, text(asked.currency()), owner(asked));
        return pool.preparedQuery(SINCE + " order by account_id, contract_id, from_on")
                .mapping(row -> Booked.read(row::getValue))
                .execute(values)
                .map(rows -> contracts(stream(rows).toList()));
    }

    private Uni<List<Line>> lines(Asked asked, OffsetDateTime knownAt) {
        return pool.preparedQuery(TOUCHING)
                .mapping(row -> Booked.read(row::getValue))
                .execute(values(asked, knownAt))
                .map(rows -> Lines.of(stream(rows), asked.from(), asked.to()));
    }

    private Uni<Set<Customer>> before(Asked asked, OffsetDateTime knownAt) {
        return pool.preparedQuery(EARLIER)
                .mapping(Books::customer)
                .execute(values(asked, knownAt))
                .map(rows -> stream(rows).collect(Collectors.toSet()));
    }

    private static Customer customer(Row row) {
        return new Customer(row.getString(0), row.getString(1));
    }

    private static Tuple values(Asked asked, OffsetDateTime knownAt) {
        return Tuple.of(asked.opening(), asked.to(), knownAt, text(asked.currency()), owner(asked));
    }

    private static Answer answer(
            @Nullable String group, List<Line> lines, Set<Customer> before, Map<String, String> groups) {
        Answer all = new Answer(lines, before, groups);
        return group == null
                ? all
                : new Answer(
                        lines.stream()
                                .filter(line -> all.group(line).equals(group))
                                .toList(),
                        before,
                        groups);
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

    private static <T> Stream<T> stream(Iterable<T> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }

    private static OffsetDateTime knownAt(@Nullable Instant instant) {
        return instant == null ? NOW : instant.atOffset(ZoneOffset.UTC);
    }

    private static String owner(Asked asked) {
        return text(asked.confinedTo()).toLowerCase(Locale.ROOT);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
