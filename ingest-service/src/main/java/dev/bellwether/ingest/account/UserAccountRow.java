package dev.bellwether.ingest.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of the map; written by {@link UserAccounts} in sets, read by query. */
@Entity(name = "UserAccount")
@Table(name = "user_account")
class UserAccountRow {

    @Id
    @Column(name = "user_id")
    String userId = "";

    @Column(name = "account_id", nullable = false)
    String accountId = "";

    @Column(name = "learned_at", nullable = false)
    Instant learnedAt = Instant.EPOCH;

    @Column(name = "event_id", nullable = false)
    String eventId = "";
}
