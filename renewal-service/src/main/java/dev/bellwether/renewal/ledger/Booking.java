package dev.bellwether.renewal.ledger;

import dev.bellwether.contracts.ContractChanged;
import dev.bellwether.contracts.agreed.Stretch;
import dev.bellwether.contracts.agreed.Stretches;
import dev.bellwether.renewal.RenewalSettings;
import dev.bellwether.renewal.account.Account;
import dev.bellwether.renewal.account.Bulk;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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

    /** When the versions were heard of accounts of which nothing was ever booked. */
    private static final String HEARD = """
            select f.event_id, f.account_id, f.heard_at from contract_fact f
             where f.account_id = any(cast(:accounts as text[]))
               and not exists (select from stretch s where s.account_id = f.account_id)
            """;
    /** Nothing is closed before it was opened, whatever becomes of the clock. */
    private static final String CLOSE = """
            update stretch s set known_to = greatest(said.known_from, s.known_from)
              from %s
             where s.account_id = said.account_id and s.contract_id = said.contract_id and s.from_on = said.from_on
               and s.known_to = 'infinity'
            """;

    private static final Bulk<Entry> ENTRIES = new Bulk<Entry>()
            .column("account_id", "text", entry -> entry.booked().accountId())
            .column("contract_id", "text", entry -> entry.booked().contractId())
            .column("from_on", "date", entry -> entry.booked().stretch().from())
            .column("to_on", "date", entry -> entry.booked().stretch().to())
            .column("currency", "text", entry -> entry.booked().stretch().currency())
            .column("annual_amount", "bigint", entry -> entry.booked().stretch().annualAmount())
            .column(
                    "term_starts_on",
                    "date",
                    entry -> entry.terms(terms -> terms.first().startsOn()))
            .column(
                    "term_ends_on",
                    "date",
                    entry -> entry.terms(terms -> terms.first().endsOn()))
            .column("last_ends_on", "date", entry -> entry.terms(Stretch.Terms::lastEnd))
            .column("notice_days", "int", entry -> entry.terms(Stretch.Terms::noticeDays))
            .column("known_from", "timestamptz", Entry::knownFrom)
            .column("known_to", "timestamptz", entry -> entry.knownTo() == null ? "infinity" : entry.knownTo());

    /**
     * A stretch and when it was what was known.
     *
     * @param knownTo null while it is
     */
    private record Entry(
            Booked booked, Instant knownFrom, @Nullable Instant knownTo) {

        @Nullable
        Object terms(Function<Stretch.Terms, Object> value) {
            Stretch.Terms terms = booked.stretch().terms();
            return terms == null ? null : value.apply(terms);
        }
    }

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
        return rows(session, OPEN, customers)
                .chain(open -> rows(session, HEARD, customers)
                        .chain(heard -> write(
                                session,
                                customers,
                                open.stream()
                                        .map(row -> Booked.read(i -> row[i]))
                                        .collect(Collectors.toSet()),
                                heard,
                                now)));
    }

    private static Uni<List<Object[]>> rows(Mutiny.Session session, String question, List<Account> accounts) {
        return session.createNativeQuery(question, Object[].class)
                .setParameter("accounts", accounts.stream().map(Account::id).toArray(String[]::new))
                .getResultList();
    }

    private Uni<Void> write(
            Mutiny.Session session, List<Account> customers, Set<Booked> open, List<Object[]> heardRows, Instant now) {
        Map<String, Map<String, Instant>> heard = new HashMap<>();
        heardRows.forEach(row -> heard.computeIfAbsent((String) row[1], id -> new HashMap<>())
                .put((String) row[0], ((OffsetDateTime) row[2]).toInstant()));
        List<Entry> added = new ArrayList<>();
        Set<Booked> wanted = new HashSet<>();
        for (Account account : customers) {
            Map<String, Instant> ofAccount = heard.get(account.id());
            if (ofAccount == null) {
                wanted.addAll(stretches(account, version -> true));
            } else {
                added.addAll(history(account, ofAccount));
            }
        }
        without(wanted, open).forEach(booked -> added.add(new Entry(booked, now, null)));
        List<Entry> closed = without(open, wanted).stream()
                .map(booked -> new Entry(booked, now, now))
                .toList();
        return ENTRIES.run(session, CLOSE, closed).chain(() -> ENTRIES.insert(session, "stretch", "", added));
    }

    /** What was known of an account after each time something was heard of its contracts. */
    private List<Entry> history(Account account, Map<String, Instant> heard) {
        List<Entry> history = new ArrayList<>();
        Map<Booked, Instant> open = new HashMap<>();
        for (Instant at : new TreeSet<>(heard.values())) {
            Set<Booked> known = stretches(account, version -> isHeardBy(heard.get(version.id()), at));
            open.entrySet().removeIf(booked -> {
                boolean gone = !known.contains(booked.getKey());
                if (gone) {
                    history.add(new Entry(booked.getKey(), booked.getValue(), at));
                }
                return gone;
            });
            known.forEach(booked -> open.putIfAbsent(booked, at));
        }
        open.forEach((booked, from) -> history.add(new Entry(booked, from, null)));
        return history;
    }

    private static boolean isHeardBy(@Nullable Instant heard, Instant at) {
        return heard != null && !heard.isAfter(at);
    }

    private Set<Booked> stretches(Account account, Predicate<ContractChanged> known) {
        ZoneId zone = account.profile().zone(settings.zone());
        Set<Booked> stretches = new HashSet<>();
        account.versions()
                .forEach((contractId, versions) -> Stretches.of(
                                versions.stream().filter(known).toList(),
                                zone,
                                account.profile().currency())
                        .forEach(stretch -> stretches.add(new Booked(account.id(), contractId, stretch))));
        return stretches;
    }

    private static List<Booked> without(Set<Booked> these, Set<Booked> those) {
        List<Booked> left = new ArrayList<>(these);
        left.removeIf(those::contains);
        return left;
    }
}
