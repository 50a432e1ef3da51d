package dev.bellwether.renewal.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Calendars and who may read them: whoever knows the token. Of tokens only a digest is kept. */
@ApplicationScoped
public class Calendars {

    private static final int TOKEN_BYTES = 32;
    private static final int DAYS_BACK = 31;
    private static final int DAYS_CANCELLED = 14;
    /** A contract that "never ends" says so by a day that no calendar needs, and some programs cannot read. */
    private static final int YEARS_AHEAD = 10;

    private static final String DAYS = """
            from CalendarEventRow e
             where e.owner = :owner and e.day <= :until
               and ((e.cancelled = false and e.day >= :since) or (e.cancelled = true and e.changedAt > :gone))
             order by e.day, e.uid
            """;

    /** A calendar, by what is known of it afterwards. */
    public record Known(UUID id, String owner, Instant madeAt, String madeBy) {}

    /** A new calendar; the token is told this once. */
    public record Made(Known calendar, String token) {}

    private final Mutiny.SessionFactory sessions;
    private final SecureRandom random = new SecureRandom();

    Calendars(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** Makes a calendar of an owner's renewals. */
    public Uni<Made> make(String owner, String by, Instant now) {
        byte[] secret = new byte[TOKEN_BYTES];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        CalendarRow row = new CalendarRow();
        row.calendarId = UUID.randomUUID();
        row.digest = digest(token);
        row.owner = owner.toLowerCase(Locale.ROOT);
        row.madeAt = now.truncatedTo(ChronoUnit.MICROS);
        row.madeBy = by;
        return sessions.withTransaction(session -> session.persist(row)).replaceWith(new Made(row.known(), token));
    }

    /**
     * The calendars of an owner, the oldest first.
     *
     * @param by whoever made one sees it as well; null for nobody
     */
    public Uni<List<Known>> of(String owner, @Nullable String by) {
        return sessions.withSession(session -> session.createQuery(
                                "from CalendarRow c where c.owner = :owner or c.madeBy = :by order by c.madeAt, c.calendarId",
                                CalendarRow.class)
                        .setParameter("owner", owner.toLowerCase(Locale.ROOT))
                        .setParameter("by", by == null ? "" : by)
                        .getResultList())
                .map(rows -> rows.stream().map(CalendarRow::known).toList());
    }

    /** The calendar of that id, if there is one. */
    public Uni<Optional<Known>> find(UUID id) {
        return sessions.withSession(session -> session.find(CalendarRow.class, id))
                .map(row -> Optional.ofNullable(row).map(CalendarRow::known));
    }

    /** From now on nobody reads it. */
    public Uni<Void> revoke(UUID id) {
        return sessions.withTransaction(
                        session -> session.createMutationQuery("delete from CalendarRow c where c.calendarId = :id")
                                .setParameter("id", id)
                                .executeUpdate())
                .replaceWithVoid();
    }

    /** What the holder of a token reads; nothing when no calendar has it. */
    public Uni<Optional<String>> read(String token, Instant now) {
        return sessions.withSession(session -> session.createQuery(
                        "from CalendarRow c where c.digest = :digest", CalendarRow.class)
                .setParameter("digest", digest(token))
                .getResultList()
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.<String>empty())
                        : read(session, found.getFirst(), now).map(Optional::of)));
    }

    private static Uni<String> read(Mutiny.Session session, CalendarRow calendar, Instant now) {
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        return session.createQuery(DAYS, CalendarEventRow.class)
                .setParameter("owner", calendar.owner)
                .setParameter("since", today.minusDays(DAYS_BACK))
                .setParameter("until", today.plusYears(YEARS_AHEAD))
                .setParameter("gone", gone(now))
                .getResultList()
                .map(rows -> Feed.of(
                        calendar.owner,
                        rows.stream().map(CalendarEventRow::decisionDay).toList()));
    }

    /** What was cancelled by then is not told any more. */
    static Instant gone(Instant now) {
        return now.minus(DAYS_CANCELLED, ChronoUnit.DAYS);
    }

    private static String digest(String token) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
