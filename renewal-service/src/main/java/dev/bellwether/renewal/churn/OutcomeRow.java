package dev.bellwether.renewal.churn;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;

/** Of which term something was said, for questions to lists of terms. */
@Entity
@Immutable
@Table(name = "outcome")
class OutcomeRow {

    @Id
    @Column(name = "outcome_id")
    long outcomeId;

    @Column(name = "account_id")
    String accountId = "";

    @Column(name = "contract_id")
    String contractId = "";

    @Column(name = "starts_on")
    LocalDate startsOn = LocalDate.EPOCH;
}
