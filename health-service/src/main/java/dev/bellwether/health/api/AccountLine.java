package dev.bellwether.health.api;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** The account's row, read only: the engine writes it. */
@Entity
@Immutable
@Table(name = "account")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class AccountLine {

    @Id
    @Column(name = "account_id")
    String id;

    String name;

    @Nullable
    String owner;

    @Nullable
    String segment;

    @Nullable
    String stage;

    @Column(name = "as_of")
    LocalDate asOf;

    @Nullable
    BigDecimal score;

    String band;
    BigDecimal coverage;
    int wau;

    @Nullable
    Double trend;

    @Column(name = "days_inactive")
    @Nullable
    Integer daysInactive;

    @Nullable
    Long arr;

    @Column(name = "arr_currency")
    @Nullable
    String arrCurrency;

    @Column(name = "renewal_on")
    @Nullable
    LocalDate renewalOn;
}
