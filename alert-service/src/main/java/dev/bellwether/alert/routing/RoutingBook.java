package dev.bellwether.alert.routing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.alert.delivery.Couriers;
import dev.bellwether.alert.document.Fault;
import dev.bellwether.alert.document.Faulty;
import dev.bellwether.alert.policy.route.Route;
import dev.bellwether.alert.store.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.hibernate.reactive.mutiny.Mutiny;

/** The versions of the routing; the newest holds, the others are kept. */
@ApplicationScoped
public class RoutingBook {

    private final Transactions transactions;
    private final Couriers couriers;
    private final InstantSource clock;

    RoutingBook(Transactions transactions, Couriers couriers, InstantSource clock) {
        this.transactions = transactions;
        this.couriers = couriers;
        this.clock = clock;
    }

    /**
     * One version.
     *
     * @param version 0 while nobody has said anything: the usual routes hold
     */
    public record Version(int version, Instant at, String by, JsonNode document) {}

    /** The version that holds. */
    public Uni<Version> newest() {
        return transactions
                .in(session -> session.createSelectionQuery(
                                "from RoutingRow r order by r.version desc", RoutingRow.class)
                        .setMaxResults(1)
                        .getResultList())
                .map(rows ->
                        rows.isEmpty() ? RoutingBook.usual() : rows.getFirst().shown());
    }

    private static Version usual() {
        return new Version(0, Instant.EPOCH, "bellwether", UsualRouting.document());
    }

    /**
     * Adds a version, which holds from the next decision on.
     *
     * @throws dev.bellwether.alert.document.Faulty when the document has faults
     */
    public Uni<Version> put(RoutingDocument document, String by) {
        List<Fault> faults = faults(document.routing().routes());
        if (!faults.isEmpty()) {
            throw new Faulty(faults);
        }
        RoutingRow row = new RoutingRow();
        row.document = document.json().toString();
        row.at = clock.instant();
        row.by = by;
        return transactions.in(session -> added(session, row));
    }

    private List<Fault> faults(List<Route> routes) {
        return IntStream.range(0, routes.size())
                .mapToObj(i -> couriers.faults(
                        "/routes/" + i + "/channels", routes.get(i).channels()))
                .flatMap(List::stream)
                .toList();
    }

    private static Uni<Version> added(Mutiny.Session session, RoutingRow row) {
        return session.persist(row).chain(session::flush).map(done -> row.shown());
    }
}
