package dev.bellwether.renewal.desk;

import dev.bellwether.renewal.stake.Call;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** An entry as it is kept. */
@Entity
@Immutable
@Table(name = "desk_entry")
class EntryRow {

    @Id
    @Column(name = "entry_id")
    UUID entryId = new UUID(0, 0);

    @Column(name = "account_id")
    String accountId = "";

    @Column(name = "contract_id")
    String contractId = "";

    @Column(name = "starts_on")
    LocalDate startsOn = LocalDate.EPOCH;

    @Column(name = "said_at")
    Instant saidAt = Instant.EPOCH;

    @Column(name = "said_by")
    String saidBy = "";

    String kind = "";

    @Nullable
    String call;

    @Nullable
    String step;

    @Nullable
    String title;

    @Nullable
    String note;

    @Nullable
    Boolean done;

    @Nullable
    String assignee;

    @Column(name = "due_on")
    @Nullable
    LocalDate dueOn;

    static EntryRow of(Entry entry) {
        EntryRow row = new EntryRow();
        row.entryId = entry.id();
        row.accountId = entry.accountId();
        row.contractId = entry.contractId();
        row.startsOn = entry.startsOn();
        row.saidAt = entry.at().truncatedTo(ChronoUnit.MICROS);
        row.saidBy = entry.by();
        row.fill(entry.content());
        return row;
    }

    Entry entry() {
        return new Entry(entryId, accountId, contractId, startsOn, saidAt, saidBy, content());
    }

    private void fill(Entry.Content content) {
        switch (content) {
            case Entry.Content.Called called -> {
                kind = "call";
                call = called.call().word();
                note = called.note();
            }
            case Entry.Content.Noted noted -> {
                kind = "note";
                note = noted.note();
            }
            case Entry.Content.Worked worked -> {
                kind = "task";
                step = worked.step();
                title = worked.title();
                done = worked.done();
                assignee = worked.assignee();
                note = worked.note();
                dueOn = worked.dueOn();
            }
        }
    }

    private Entry.Content content() {
        if (kind.equals("call")) {
            Call said = Call.of(Objects.requireNonNull(call, "a call says something"))
                    .orElseThrow();
            return new Entry.Content.Called(said, note);
        }
        return kind.equals("note")
                ? new Entry.Content.Noted(Objects.requireNonNullElse(note, ""))
                : new Entry.Content.Worked(Objects.requireNonNullElse(step, ""), title, done, assignee, note, dueOn);
    }
}
