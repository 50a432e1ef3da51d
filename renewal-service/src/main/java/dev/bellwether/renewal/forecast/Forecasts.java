package dev.bellwether.renewal.forecast;

import dev.bellwether.contracts.Band;
import dev.bellwether.renewal.RenewalSettings;
import dev.bellwether.renewal.churn.Result;
import dev.bellwether.renewal.ledger.Asked;
import dev.bellwether.renewal.ledger.Books;
import dev.bellwether.renewal.likelihood.Likelihoods;
import dev.bellwether.renewal.past.PastTerms;
import dev.bellwether.renewal.stake.Call;
import dev.bellwether.renewal.term.Status;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Forecasts quarters from the ledger, the calls of the customer success managers and the company's own past. */
@ApplicationScoped
public class Forecasts {

    private static final String STATES = """
            select c.account_id, c.contract_id, c.status, a.band, a.gone_on
              from contract c join account a on a.account_id = c.account_id
             where c.kind = 'subscription'%s
            """;
    private static final String CALLS = """
            select distinct on (account_id, contract_id, starts_on) account_id, contract_id, starts_on, call
              from desk_entry c where kind = 'call'%s order by account_id, contract_id, starts_on, said_at desc, entry_id
            """;

    private static final String OUTCOMES = """
            select distinct on (account_id, contract_id, starts_on) account_id, contract_id, starts_on, result
              from outcome c where true%s order by account_id, contract_id, starts_on, outcome_id desc
            """;
    /** Whoever sees some accounts alone makes nobody read what is known of all. */
    private static final String OF_OWNER =
            " and c.account_id in (select account_id from account where lower(owner) = :owner)";

    /** Where a contract stands that is followed by nothing, once its last term is over. */
    private static final Set<Status> LAST = Set.of(Status.DRAFT, Status.CANCELLED, Status.LAPSED, Status.CHURNED);

    /** What is noted of a contract. */
    private record State(boolean stopped, @Nullable LocalDate goneOn, Band band) {}

    /** A contract. */
    private record Key(String accountId, String contractId) {}

    /** What is known of all contracts. */
    record Book(Likelihoods likelihoods, List<Known> contracts) {

        Book {
            contracts = List.copyOf(contracts);
        }

        /** The terms that are due in the quarter. */
        List<DueTerm> due(Quarter quarter, LocalDate today) {
            return contracts.stream()
                    .flatMap(known -> known.in(quarter, today, likelihoods).stream())
                    .toList();
        }
    }

    private final Mutiny.SessionFactory sessions;
    private final PastTerms pastTerms;
    private final Books books;
    private final RenewalSettings settings;

    Forecasts(Mutiny.SessionFactory sessions, PastTerms pastTerms, Books books, RenewalSettings settings) {
        this.sessions = sessions;
        this.books = books;
        this.pastTerms = pastTerms;
        this.settings = settings;
    }

    /** The zone in which the quarter's days are counted. */
    public ZoneId zone() {
        return settings.zone();
    }

    /** The terms that are due in the quarter, as they are known now. */
    public Uni<Due> due(Asked asked, Quarter quarter, LocalDate today) {
        return sessions.withSession(session -> load(session, asked))
                .chain(book -> books.groups(asked)
                        .map(groups -> new Due(book.due(quarter, today), groups))
                        .map(due -> asked.group() == null ? due : due.of(asked.group())));
    }

    /** All that forecasts of quarters from the first day on are made from. */
    Uni<Book> load(Mutiny.Session session, Asked asked) {
        return pastTerms
                .likelihoods(session)
                .chain(likelihoods -> states(session, asked)
                        .chain(states -> said(session, CALLS, asked, Call::of)
                                .chain(calls -> said(session, OUTCOMES, asked, Result::of)
                                        .chain(outcomes -> books.since(asked)
                                                .map(contracts -> new Book(
                                                        likelihoods,
                                                        contracts.stream()
                                                                .map(contract ->
                                                                        known(contract, states, calls, outcomes))
                                                                .toList()))))));
    }

    /** The group of each account, for the grouping that is asked for. */
    Uni<Map<String, String>> groups(Asked asked) {
        return books.groups(asked);
    }

    private static Known known(
            Books.Contract contract,
            Map<Key, State> states,
            Map<Key, Map<LocalDate, Call>> calls,
            Map<Key, Map<LocalDate, Result>> outcomes) {
        Key key = new Key(contract.accountId(), contract.contractId());
        State state = states.getOrDefault(key, new State(false, null, Band.UNKNOWN));
        return new Known(
                key.accountId,
                key.contractId,
                contract.stretches(),
                state.stopped,
                state.goneOn,
                state.band,
                calls.getOrDefault(key, Map.of()),
                outcomes.getOrDefault(key, Map.of()));
    }

    private static Uni<Map<Key, State>> states(Mutiny.Session session, Asked asked) {
        return rows(session, STATES, asked).map(rows -> {
            Map<Key, State> states = HashMap.newHashMap(rows.size());
            for (Object[] row : rows) {
                Band band = row[3] == null ? Band.UNKNOWN : Band.valueOf((String) row[3]);
                boolean stopped =
                        Status.of((String) row[2]).filter(LAST::contains).isPresent();
                states.put(new Key((String) row[0], (String) row[1]), new State(stopped, (LocalDate) row[4], band));
            }
            return states;
        });
    }

    /** The newest words on terms, by the first day of each. */
    private static <T> Uni<Map<Key, Map<LocalDate, T>>> said(
            Mutiny.Session session, String question, Asked asked, Function<String, Optional<T>> reading) {
        return rows(session, question, asked).map(rows -> {
            Map<Key, Map<LocalDate, T>> words = new HashMap<>();
            for (Object[] row : rows) {
                reading.apply((String) row[3])
                        .ifPresent(word -> words.computeIfAbsent(
                                        new Key((String) row[0], (String) row[1]), key -> new HashMap<>())
                                .put((LocalDate) row[2], word));
            }
            return words;
        });
    }

    private static Uni<List<Object[]>> rows(Mutiny.Session session, String question, Asked asked) {
        String owner = asked.confinedTo();
        return owner == null
                ? session.createNativeQuery(question.formatted(""), Object[].class)
                        .getResultList()
                : session.createNativeQuery(question.formatted(OF_OWNER), Object[].class)
                        .setParameter("owner", owner.toLowerCase(Locale.ROOT))
                        .getResultList();
    }
}
