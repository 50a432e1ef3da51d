package dev.bellwether.ingest.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is known of an id of a user, whoever said so; a view. */
@Entity
@Table(name = "account_of_user")
class KnownAccount {

    @Id
    @Column(name = "user_id")
    String userId = "";

    /** Absent while neither this id nor any that it belongs to has one. */
    @Column(name = "account_id")
    @Nullable
    String accountId;

    /** Whether the account was said of this id itself, so that nothing said of another one changes it. */
    @Column(nullable = false)
    boolean lasting;

    /** When it was said, by the time of the call. */
    @Column(name = "learned_at", nullable = false)
    Instant learnedAt = Instant.EPOCH;

    @Column(name = "event_id", nullable = false)
    String eventId = "";
}
