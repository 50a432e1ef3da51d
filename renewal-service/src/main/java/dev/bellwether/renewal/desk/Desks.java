package dev.bellwether.renewal.desk;

import dev.bellwether.renewal.stake.Call;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps entries and finds them. */
@ApplicationScoped
public class Desks {

    /** A term of a contract of an account. */
    public record Key(String accountId, String contractId, LocalDate startsOn) {}

    private static final String OF = "from EntryRow e where e.accountId in :accounts";

    /** Keeps one more. */
    public Uni<Void> add(Mutiny.Session session, Entry entry) {
        return session.persist(EntryRow.of(entry)).chain(session::flush);
    }

    /** The desks of all terms of these accounts; a term without entries has none. */
    public Uni<Map<Key, Desk>> of(Mutiny.Session session, Collection<String> accounts) {
        if (accounts.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return session.createQuery(OF, EntryRow.class)
                .setParameter("accounts", accounts)
                .getResultList()
                .map(Desks::folded);
    }

    /** What was last called of each term of these accounts. */
    public Uni<Map<Key, Call>> calls(Mutiny.Session session, Collection<String> accounts) {
        return session.createQuery(OF + " and e.kind = 'call'", EntryRow.class)
                .setParameter("accounts", accounts)
                .getResultList()
                .map(rows -> {
                    Map<Key, Call> calls = new HashMap<>();
                    folded(rows).forEach((key, desk) -> desk.call().ifPresent(said -> calls.put(key, said.call())));
                    return calls;
                });
    }

    private static Map<Key, Desk> folded(List<EntryRow> rows) {
        Map<Key, List<Entry>> entries = rows.stream()
                .map(EntryRow::entry)
                .collect(Collectors.groupingBy(
                        entry -> new Key(entry.accountId(), entry.contractId(), entry.startsOn())));
        return entries.keySet().stream()
                .collect(Collectors.toMap(Function.identity(), key -> Desk.of(entries.getOrDefault(key, List.of()))));
    }
}
