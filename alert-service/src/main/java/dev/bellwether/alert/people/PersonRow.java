package dev.bellwether.alert.people;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What was said of a person, as the database keeps it. */
@Entity
@Table(name = "person")
class PersonRow {

    @Id
    String email = "";

    String document = "{}";
    Instant at = Instant.EPOCH;
    String by = "";
}
