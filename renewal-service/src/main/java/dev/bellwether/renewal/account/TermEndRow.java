package dev.bellwether.renewal.account;

import dev.bellwether.renewal.term.Outcome;
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
import org.jspecify.annotations.Nullable;

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

    /** Null when the end was taken back. */
    @Enumerated(EnumType.STRING)
    @Nullable
    Outcome outcome;

    @Column(name = "noted_on")
    LocalDate notedOn = LocalDate.EPOCH;

    int told;

    Past.Ended ended() {
        return new Past.Ended(outcome, notedOn, told);
    }
}
