package dev.bellwether.ingest.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of the map; written by {@link UserAccounts} in sets, read by query. */
@Entity(name = "UserAccount")
@Table(name = "user_account")
class UserAccountRow {

    @Id
    @Column(name = "user_id")
    String userId = "";

    /** Absent while the one that this one follows has none either. */
    @Column(name = "account_id")
    @Nullable
    String accountId;

    @Column(name = "learned_at", nullable = false)
    Instant learnedAt = Instant.EPOCH;

    @Column(name = "event_id", nullable = false)
    String eventId = "";

    /** Whose account this one has as soon as that one has any. */
    @Nullable
    String via;

    /** Whether nothing but being the same user as another one says so. */
    @Column(nullable = false)
    boolean linked;
}
