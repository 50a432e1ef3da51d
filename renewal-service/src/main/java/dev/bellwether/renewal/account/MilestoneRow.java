package dev.bellwether.renewal.account;

import dev.bellwether.renewal.term.Milestone;
import dev.bellwether.renewal.term.Noted;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;

/** A milestone that was told or passed over. */
@Entity
@Immutable
@Table(name = "milestone")
@IdClass(MilestoneRow.Key.class)
class MilestoneRow {

    /** A corrected decision date makes new milestones; for the same date each comes once. */
    record Key(String accountId, String contractId, LocalDate decisionOn, int days) {}

    @Id
    @Column(name = "account_id")
    String accountId = "";

    @Id
    @Column(name = "contract_id")
    String contractId = "";

    @Id
    @Column(name = "decision_on")
    LocalDate decisionOn = LocalDate.EPOCH;

    @Id
    int days;

    @Enumerated(EnumType.STRING)
    Noted outcome = Noted.SKIPPED;

    Milestone milestone() {
        return new Milestone(decisionOn, days);
    }
}
