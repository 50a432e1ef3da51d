package dev.bellwether.renewal.account;

import dev.bellwether.contracts.Band;
import dev.bellwether.renewal.likelihood.Likelihood;
import dev.bellwether.renewal.likelihood.Place;
import dev.bellwether.renewal.likelihood.Tally;
import dev.bellwether.renewal.stake.Exposure;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
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

    @Nullable
    String owner;

    /** In which the account's days are counted. */
    String zone = "UTC";

    int gravity;

    @Column(name = "reckoned_on")
    @Nullable
    LocalDate reckonedOn;

    @Enumerated(EnumType.STRING)
    @Nullable
    Band band;

    @Nullable
    Integer milestone;

    @Column(name = "past_terms")
    @Nullable
    Long pastTerms;

    @Column(name = "past_renewed")
    @Nullable
    Long pastRenewed;

    @Column(name = "at_risk")
    @Nullable
    Long atRisk;

    @Nullable
    Double rank;

    /** What is at stake; nothing when it is not on the today list. */
    Optional<Exposure> exposure() {
        if (reckonedOn == null
                || band == null
                || milestone == null
                || pastTerms == null
                || pastRenewed == null
                || atRisk == null
                || rank == null) {
            return Optional.empty();
        }
        Likelihood likelihood = Likelihood.of(new Place(band, milestone), new Tally(pastTerms, pastRenewed));
        return Optional.of(new Exposure(reckonedOn, likelihood, atRisk, rank));
    }

    Map<String, Long> annualValue() {
        return currency == null ? Map.of() : Map.of(currency, annualAmount);
    }
}
