package dev.bellwether.renewal.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Map;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** Where a contract stood at the last look; derived, for lists only. */
@Entity
@Immutable
@Table(name = "contract")
@IdClass(ContractRow.Key.class)
class ContractRow {

    /** A contract id belongs to its account. */
    record Key(String accountId, String contractId) {}

    @Id
    @Column(name = "account_id")
    String accountId = "";

    @Id
    @Column(name = "contract_id")
    String contractId = "";

    String kind = "";
    String status = "";

    @Column(name = "starts_on")
    @Nullable
    LocalDate startsOn;

    @Column(name = "ends_on")
    @Nullable
    LocalDate endsOn;

    @Column(name = "decision_on")
    @Nullable
    LocalDate decisionOn;

    @Column(name = "listed_on")
    LocalDate listedOn = LocalDate.EPOCH;

    @Column(name = "auto_renew")
    boolean autoRenew;

    @Nullable
    String currency;

    @Column(name = "annual_amount")
    long annualAmount;

    Map<String, Long> annualValue() {
        return currency == null ? Map.of() : Map.of(currency, annualAmount);
    }
}
