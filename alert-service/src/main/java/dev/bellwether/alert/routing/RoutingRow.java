package dev.bellwether.alert.routing;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A version of the routing, as the database keeps it. */
@Entity
@Table(name = "routing")
class RoutingRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Integer version;

    String document = "{}";
    Instant at = Instant.EPOCH;
    String by = "";

    RoutingBook.Version shown() {
        int number = version == null ? 0 : version;
        return new RoutingBook.Version(
                number, at, by, RoutingDocument.kept(document).json());
    }
}
