package dev.bellwether.renewal.account;

import dev.bellwether.renewal.term.Outcome;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;

/** How a term ended, as it was last noted. */
@Entity
@Immutable
@Table(name = "term_end")
@IdClass(TermEndRow.Key.class)
class TermEndRow {

    /** A contract has one term that ends on a day. */
    record Key(String accountId, String contractId, LocalDate endsOn) {}

    @Id
    @Column(name = "account_id")
    String accountId = "";

    @Id
    @Column(name = "contract_id")
    String contractId = "";

    @Id
    @Column(name = "ends_on")
    LocalDate endsOn = LocalDate.EPOCH;

    @Column(name = "starts_on")
    LocalDate startsOn = LocalDate.EPOCH;

    @Enumerated(EnumType.STRING)
    Outcome outcome = Outcome.LAPSED;
}
