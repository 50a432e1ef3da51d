package dev.bellwether.health.api;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A flag's row, read only: the engine writes it. */
@Entity
@Immutable
@Table(name = "flag")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class FlagLine {

    @Id
    @Column(name = "flag_id")
    String flagId;

    @Column(name = "account_id")
    String accountId;

    String kind;
    String severity;

    @Column(name = "raised_at")
    Instant raisedAt;

    @Column(name = "cleared_at")
    @Nullable
    Instant clearedAt;

    String sentence;

    @Formula("cast(evidence as text)")
    String evidence;
}
