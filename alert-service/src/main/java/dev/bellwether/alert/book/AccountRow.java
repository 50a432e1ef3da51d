package dev.bellwether.alert.book;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An account as its newest event showed it. Its row is also the lock under which the account's alerts change. */
@Entity
@Table(name = "account")
class AccountRow {

    @Id
    String id = "";

    String name = "";

    @Nullable
    String owner;

    /** The owner in lower case, if that is an address; the database says so. */
    @Column(insertable = false, updatable = false)
    @Nullable
    String reader;

    @Nullable
    BigDecimal score;

    String band = "";

    @Nullable
    String segment;

    /** Annual values in minor units by contract and currency, as JSON. */
    String annualValue = "{}";

    /** Which event each of them is of, by contract, as JSON. */
    String annualValueOf = "{}";

    Instant at = Instant.EPOCH;
    String eventId = "";
}
