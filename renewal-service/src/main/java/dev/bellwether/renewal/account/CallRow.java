package dev.bellwether.renewal.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.SQLRestriction;

/** What somebody said of how a term will end. */
@Entity
@Immutable
@Table(name = "desk_entry")
@SQLRestriction("kind = 'call'")
class CallRow {

    @Id
    @Column(name = "entry_id")
    UUID entryId = new UUID(0, 0);

    @Column(name = "account_id")
    String accountId = "";

    @Column(name = "contract_id")
    String contractId = "";

    @Column(name = "starts_on")
    LocalDate startsOn = LocalDate.EPOCH;

    @Column(name = "said_at")
    Instant saidAt = Instant.EPOCH;

    String call = "";
}
