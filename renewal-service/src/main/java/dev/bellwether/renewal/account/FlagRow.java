package dev.bellwether.renewal.account;

import dev.bellwether.contracts.Severity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Comparator;
import org.hibernate.annotations.Immutable;

/** A flag of an account in its newest words. */
@Entity
@Immutable
@Table(name = "flag")
@IdClass(FlagRow.Key.class)
class FlagRow {

    /** A flag id belongs to its account. */
    record Key(String accountId, String flagId) {}

    static final Comparator<FlagRow> GRAVEST_FIRST = Comparator.comparing((FlagRow row) -> row.severity)
            .reversed()
            .thenComparing(row -> row.raisedAt)
            .thenComparing(row -> row.flagId);

    @Id
    @Column(name = "account_id")
    String accountId = "";

    @Id
    @Column(name = "flag_id")
    String flagId = "";

    @Enumerated(EnumType.STRING)
    Severity severity = Severity.INFO;

    @Column(name = "raised_at")
    Instant raisedAt = Instant.EPOCH;

    String sentence = "";

    boolean cleared;
}
