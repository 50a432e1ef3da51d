package dev.bellwether.health.api;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** The same row with the document that the account's page shows; apart, because lists do not need it. */
@Entity
@Immutable
@Table(name = "account")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class AccountDocument {

    @Id
    @Column(name = "account_id")
    String id;

    @Nullable
    String owner;

    @Formula("cast(document as text)")
    String json;
}
