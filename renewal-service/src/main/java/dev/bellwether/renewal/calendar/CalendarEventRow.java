package dev.bellwether.renewal.calendar;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** An event of the calendars as one owner is to see it: its id is one among those of that owner. */
@Entity
@Immutable
@Table(name = "calendar_shown")
class CalendarEventRow {

    @Id
    String uid = "";

    @Nullable
    String owner;

    LocalDate day = LocalDate.EPOCH;
    String summary = "";
    String description = "";
    boolean cancelled;
    int sequence;

    @Column(name = "changed_at")
    Instant changedAt = Instant.EPOCH;

    DecisionDay decisionDay() {
        return new DecisionDay(uid, day, summary, description, cancelled, sequence, changedAt);
    }
}
