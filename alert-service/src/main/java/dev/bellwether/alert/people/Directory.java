package dev.bellwether.alert.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.alert.AlertSettings;
import dev.bellwether.alert.delivery.Couriers;
import dev.bellwether.alert.document.Fault;
import dev.bellwether.alert.document.Faulty;
import dev.bellwether.alert.page.Cursor;
import dev.bellwether.alert.page.Page;
import dev.bellwether.alert.policy.people.Person;
import dev.bellwether.alert.store.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.hibernate.LockMode;
import org.jspecify.annotations.Nullable;

/** What was said of people. */
@ApplicationScoped
public class Directory {

    private final Transactions transactions;
    private final AlertSettings settings;
    private final Couriers couriers;
    private final InstantSource clock;

    Directory(Transactions transactions, AlertSettings settings, Couriers couriers, InstantSource clock) {
        this.transactions = transactions;
        this.couriers = couriers;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A page of those of whom something was said, by address.
     *
     * @param limit 1 … 200
     */
    public Uni<Page<JsonNode>> page(int limit, Optional<Cursor> after) {
        return transactions
                .in(session -> session.createSelectionQuery(
                                "from PersonRow p where p.email > :after order by p.email", PersonRow.class)
                        .setParameter("after", after.map(Cursor::id).orElse(""))
                        .setMaxResults(limit + 1)
                        .getResultList())
                .map(rows -> Page.of(rows, limit, last -> new Cursor(last.at, last.email))
                        .map(Directory::shown));
    }

    /**
     * Replaces what was said of a person.
     *
     * @throws dev.bellwether.alert.document.Faulty when the document has faults
     */
    public Uni<JsonNode> put(String email, JsonNode document, String by) {
        Person person = new PersonDocument(document).person(email, settings.zone());
        List<Fault> faults = couriers.faults("/channels", person.channels());
        if (!faults.isEmpty()) {
            throw new Faulty(faults);
        }
        return transactions.in(session -> session.find(PersonRow.class, person.email(), LockMode.PESSIMISTIC_WRITE)
                .chain(found -> {
                    @Nullable PersonRow known = found;
                    PersonRow row = known == null ? new PersonRow() : known;
                    row.email = person.email();
                    row.document = document.toString();
                    row.at = clock.instant();
                    row.by = by;
                    return (known == null
                                    ? session.persist(row)
                                    : Uni.createFrom().voidItem())
                            .replaceWith(() -> shown(row));
                }));
    }

    private static JsonNode shown(PersonRow row) {
        JsonNode json = PersonDocument.kept(row.document).json();
        return json instanceof ObjectNode object ? object.deepCopy().put("email", row.email) : json;
    }
}
