package dev.bellwether.alert.book;

import dev.bellwether.alert.policy.people.Person;
import dev.bellwether.alert.policy.telling.Parcel;
import dev.bellwether.alert.policy.telling.Usage;
import dev.bellwether.messaging.InTurn;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hibernate.reactive.mutiny.Mutiny;

/** What each person was told; whoever asks holds the person's lock until the transaction ends, so that no budget is spent twice. */
public final class Memory {

    private static final String LOCK = "select cast(pg_advisory_xact_lock(hashtextextended(:person, 7)) as text)";
    private static final String LATELY = """
            select at, kind from told where person = :person and at > :since order by at
            """;
    private static final String WEEK = """
            select count(*) from told where person = :person and at >= :since
            """;
    private static final String NOTE = """
            insert into told (person, at, kind, alert_id, alerts) values (:person, :at, :kind, :alert, :alerts)
            """;

    private final Mutiny.Session session;
    private final Instant now;

    Memory(Mutiny.Session session, Instant now) {
        this.session = session;
        this.now = now;
    }

    /** Locks the persons in the order of their addresses, so that nobody waits in a circle. */
    Uni<Map<String, Usage>> usage(Collection<Person> people, Duration window) {
        TreeMap<String, Person> sorted = new TreeMap<>();
        people.forEach(person -> sorted.put(person.email(), person));
        Map<String, Usage> usage = new HashMap<>();
        return InTurn.each(
                        sorted.values(),
                        person -> lock(person.email())
                                .chain(() -> usage(person, window))
                                .invoke(used -> usage.put(person.email(), used)))
                .replaceWith(usage);
    }

    Uni<Void> lock(String person) {
        return session.createNativeQuery(LOCK, String.class)
                .setParameter("person", person)
                .getResultList()
                .replaceWithVoid();
    }

    /** Only to know it: nobody is locked, and more may be told at the same time. */
    public static Uni<Usage> used(Mutiny.Session session, Person person, Duration window, Instant at) {
        return new Memory(session, at).usage(person, window);
    }

    private Uni<Usage> usage(Person person, Duration window) {
        return session.createNativeQuery(WEEK, Long.class)
                .setParameter("person", person.email())
                .setParameter("since", person.calendar().weekStart(now))
                .getSingleResult()
                .chain(week -> session.createNativeQuery(LATELY, Object[].class)
                        .setParameter("person", person.email())
                        .setParameter("since", now.minus(window))
                        .getResultList()
                        .map(rows -> usage(week.intValue(), rows)));
    }

    private static Usage usage(int week, List<Object[]> rows) {
        List<Instant> lately = rows.stream().map(row -> Times.instant(row[0])).toList();
        Optional<Instant> summarised = rows.stream()
                .filter(row -> row[1].equals("summary"))
                .map(row -> Times.instant(row[0]))
                .reduce((one, other) -> other);
        return new Usage(week, lately, summarised);
    }

    /** Ends are not noted: they ask nothing of anybody. */
    Uni<Void> note(List<Parcel> parcels) {
        Uni<Void> noted = Uni.createFrom().voidItem();
        for (Parcel parcel : parcels) {
            noted = switch (parcel) {
                case Parcel.Letter letter -> noted.chain(() -> note(letter, "message"));
                case Parcel.Sack sack -> noted.chain(() -> note(sack, "summary"));
                case Parcel.Farewell farewell -> noted;
            };
        }
        return noted;
    }

    private Uni<Void> note(Parcel parcel, String kind) {
        return session.createNativeQuery(NOTE)
                .setParameter("person", parcel.person().email())
                .setParameter("at", now)
                .setParameter("kind", kind)
                .setParameter("alert", parcel.cases().getFirst().alert().id())
                .setParameter("alerts", parcel.cases().size())
                .executeUpdate()
                .replaceWithVoid();
    }
}
