package dev.bellwether.renewal.account;

import dev.bellwether.renewal.term.Milestone;
import dev.bellwether.renewal.term.Noted;
import dev.bellwether.renewal.term.Past;
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

    /** Each may be told of one decision date and passed over of another. */
    record Key(String accountId, String contractId, LocalDate startsOn, LocalDate decisionOn, int days) {}

    @Id
    @Column(name = "account_id")
    String accountId = "";

    @Id
    @Column(name = "contract_id")
    String contractId = "";

    @Id
    @Column(name = "starts_on")
    LocalDate startsOn = LocalDate.EPOCH;

    @Id
    int days;

    @Id
    @Column(name = "decision_on")
    LocalDate decisionOn = LocalDate.EPOCH;

    @Enumerated(EnumType.STRING)
    Noted outcome = Noted.SKIPPED;

    @Column(name = "noted_on")
    LocalDate notedOn = LocalDate.EPOCH;

    Milestone milestone() {
        return new Milestone(startsOn, decisionOn, days);
    }

    Past.Mark mark() {
        return new Past.Mark(outcome, notedOn);
    }
}
