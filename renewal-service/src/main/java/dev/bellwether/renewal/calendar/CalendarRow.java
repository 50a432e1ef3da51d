package dev.bellwether.renewal.calendar;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A calendar as it is kept: without its token. */
@Entity
@Table(name = "calendar")
class CalendarRow {

    @Id
    @Column(name = "calendar_id")
    UUID calendarId = new UUID(0, 0);

    String digest = "";
    String owner = "";

    @Column(name = "made_at")
    Instant madeAt = Instant.EPOCH;

    @Column(name = "made_by")
    String madeBy = "";

    Calendars.Known known() {
        return new Calendars.Known(calendarId, owner, madeAt, madeBy);
    }
}
