package dev.bellwether.alert.silence;

import dev.bellwether.alert.page.Cursor;
import dev.bellwether.alert.policy.Silence;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** A silence, as the database keeps it. */
@Entity
@Table(name = "silence")
public class SilenceRow {

    @Id
    UUID id = new UUID(0, 0);

    @Nullable
    String account;

    @Nullable
    String segment;

    @Nullable
    String kind;

    @Nullable
    String person;

    Instant begins = Instant.EPOCH;

    @Nullable
    Instant until;

    String endsWhen = "";

    @Nullable
    String endsKind;

    String by = "";
    String reason = "";
    Instant createdAt = Instant.EPOCH;

    @Nullable
    Instant endedAt;

    private static final String RUNNING =
            "from SilenceRow s where s.endedAt is null and (s.until is null or s.until > :now)";
    private static final String AFTER = " and (s.createdAt < :at or (s.createdAt = :at and s.id < :id))";
    private static final String NEWEST_FIRST = " order by s.createdAt desc, s.id desc";

    /** All that nothing has ended by then, the newest first; some may not have begun. */
    public static Uni<List<Silence>> running(Mutiny.Session session, Instant now) {
        return session.createSelectionQuery(RUNNING + NEWEST_FIRST, SilenceRow.class)
                .setParameter("now", now)
                .getResultList()
                .map(rows -> rows.stream().map(SilenceRow::silence).toList());
    }

    /** Some of them, and one more if there are more. */
    static Uni<List<SilenceRow>> page(Mutiny.Session session, Instant now, int limit, Optional<Cursor> after) {
        var query = session.createSelectionQuery(
                        RUNNING + (after.isPresent() ? AFTER : "") + NEWEST_FIRST, SilenceRow.class)
                .setParameter("now", now);
        after.ifPresent(
                cursor -> query.setParameter("at", cursor.at()).setParameter("id", UUID.fromString(cursor.id())));
        return query.setMaxResults(limit + 1).getResultList();
    }

    static SilenceRow of(Silence silence, Instant now) {
        SilenceRow row = new SilenceRow();
        row.id = silence.id();
        row.account = silence.target().account().orElse(null);
        row.segment = silence.target().segment().orElse(null);
        row.kind = silence.target().kind().orElse(null);
        row.person = silence.target().person().orElse(null);
        row.begins = silence.from();
        row.until = silence.until().orElse(null);
        row.endsWhen = switch (silence.end()) {
            case Silence.End.At at -> "time";
            case Silence.End.WhenCleared cleared -> "cleared";
            case Silence.End.WhenRecovered recovered -> "recovered";
        };
        row.endsKind = silence.end() instanceof Silence.End.WhenCleared cleared ? cleared.kind() : null;
        row.by = silence.by();
        row.reason = silence.reason();
        row.createdAt = now;
        return row;
    }

    Silence silence() {
        var target = new Silence.Target(
                Optional.ofNullable(account),
                Optional.ofNullable(segment),
                Optional.ofNullable(kind),
                Optional.ofNullable(person));
        return new Silence(id, target, begins, end(), by, reason);
    }

    private Silence.End end() {
        return switch (endsWhen) {
            case "time" -> new Silence.End.At(Objects.requireNonNull(until));
            case "cleared" -> new Silence.End.WhenCleared(Objects.requireNonNull(endsKind));
            case "recovered" -> new Silence.End.WhenRecovered();
            default -> throw new IllegalStateException("a silence has no such end: " + endsWhen);
        };
    }
}
