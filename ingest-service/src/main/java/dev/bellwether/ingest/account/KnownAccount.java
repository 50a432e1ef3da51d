package dev.bellwether.ingest.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
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

    /** Whether the account was said of this very id, so that nothing said of another one changes it. */
    @Column(nullable = false)
    boolean told;

    /** All ids of the same user; absent also when this one follows somebody else. */
    @Column(name = "group_id")
    @Nullable
    UUID groupId;

    /** When the word was said that tells the account, by the time of the call. */
    @Column(name = "learned_at", nullable = false)
    Instant learnedAt = Instant.EPOCH;

    @Column(name = "event_id", nullable = false)
    String eventId = "";
}
