package dev.bellwether.health.letters;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Remembers which letters were sent again. */
@ApplicationScoped
class Replays {

    private static final String FIND = """
            select letter, origin, replayed_at, replayed_by, sent_topic, sent_partition, sent_offset
            from dead_letter_replayed where letter = any($1) or origin = any($2) order by replayed_at
            """;
    private static final String NOTE = """
            insert into dead_letter_replayed as known
                (letter, origin, replayed_at, replayed_by, sent_topic, sent_partition, sent_offset, times)
            select l, o, a, b, t, p, s, 1
            from unnest($1::text[], $2::text[], $3::timestamptz[], $4::text[], $5::text[], $6::int[], $7::bigint[])
                as r(l, o, a, b, t, p, s)
            on conflict (letter) do update set replayed_at = excluded.replayed_at, replayed_by = excluded.replayed_by,
                sent_topic = excluded.sent_topic, sent_partition = excluded.sent_partition,
                sent_offset = excluded.sent_offset, times = known.times + 1
            """;

    private final Pool pool;

    Replays(Pool pool) {
        this.pool = pool;
    }

    /** A letter as it is looked up: by its id, and by the record it is about. */
    record Subject(String letter, @Nullable String origin) {

        static Subject of(String letter, @Nullable Origin origin) {
            return new Subject(letter, origin instanceof Origin.OnTopic record ? record.text() : null);
        }
    }

    /** The last replay of each letter that was replayed, itself or by another letter about the same record. */
    Uni<Map<String, Replayed>> of(Collection<Subject> subjects) {
        Tuple parameters = Tuple.of(
                subjects.stream().map(Subject::letter).toArray(String[]::new),
                subjects.stream()
                        .map(Subject::origin)
                        .filter(origin -> origin != null)
                        .toArray(String[]::new));
        return pool.preparedQuery(FIND).execute(parameters).map(rows -> {
            Map<String, Replayed> byLetter = new HashMap<>();
            Map<String, Replayed> byOrigin = new HashMap<>();
            for (Row row : rows) {
                byLetter.put(row.getString("letter"), replayed(row));
                String origin = row.getString("origin");
                if (origin != null) {
                    byOrigin.put(origin, replayed(row));
                }
            }
            return found(subjects, byLetter, byOrigin);
        });
    }

    private static Map<String, Replayed> found(
            Collection<Subject> subjects, Map<String, Replayed> byLetter, Map<String, Replayed> byOrigin) {
        Map<String, Replayed> found = new HashMap<>();
        for (Subject subject : subjects) {
            String origin = subject.origin();
            Replayed replayed = origin == null ? null : byOrigin.get(origin);
            replayed = replayed == null ? byLetter.get(subject.letter()) : replayed;
            if (replayed != null) {
                found.put(subject.letter(), replayed);
            }
        }
        return found;
    }

    /** Notes that these were sent. */
    Uni<Void> note(Map<Subject, Replayed> sent) {
        List<Map.Entry<Subject, Replayed>> all = List.copyOf(sent.entrySet());
        Tuple parameters = Tuple.tuple()
                .addArrayOfString(column(all, e -> e.getKey().letter()).toArray(String[]::new))
                .addArrayOfString(all.stream().map(e -> e.getKey().origin()).toArray(String[]::new))
                .addArrayOfOffsetDateTime(all.stream()
                        .map(e -> e.getValue().at().atOffset(ZoneOffset.UTC))
                        .toArray(java.time.OffsetDateTime[]::new))
                .addArrayOfString(column(all, e -> e.getValue().by()).toArray(String[]::new))
                .addArrayOfString(column(all, e -> e.getValue().to().topic()).toArray(String[]::new))
                .addArrayOfInteger(
                        column(all, e -> e.getValue().to().partition()).toArray(Integer[]::new))
                .addArrayOfLong(column(all, e -> e.getValue().to().offset()).toArray(Long[]::new));
        return pool.preparedQuery(NOTE).execute(parameters).replaceWithVoid();
    }

    private static <T> List<T> column(
            List<Map.Entry<Subject, Replayed>> all, Function<Map.Entry<Subject, Replayed>, T> value) {
        return all.stream().map(value).toList();
    }

    private static Replayed replayed(Row row) {
        return new Replayed(
                row.getString("letter"),
                new Origin.OnTopic(
                        row.getString("sent_topic"), row.getInteger("sent_partition"), row.getLong("sent_offset")),
                row.getOffsetDateTime("replayed_at").toInstant(),
                row.getString("replayed_by"));
    }
}
