package dev.bellwether.ingest.csv;

import dev.bellwether.ingest.IngestSettings;
import dev.bellwether.ingest.csv.row.ImportKind;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The imports in the database, for threads that may wait. Every method throws {@link Unrecorded} when it is away. */
@Singleton
class Jobs {

    private static final String BEGIN = """
            insert into import (source, id, kind, how, as_of, state, columns_read, columns_ignored, header, delimiter,
                                total_bytes)
            values ($1, $2, $3, $4, $5, 'running', $6, $7, $8, $9, $10)
            on conflict (source, id) do update
            set attempt = import.attempt + 1, updated_at = now(),
                state = case import.state when 'done' then 'done' else 'running' end
            returning *""";

    private static final String SAVE = """
            update import
            set state = $4, bytes = $5, line = $6, checksum = $7, published = $8, refused = $9, refused_kept = $10,
                refused_bytes = $11, updated_at = now()
            where source = $1 and id = $2 and attempt = $3""";

    private static final String KEEP = """
            insert into import_refused (source, id, line, reason, original)
            select $1, $2, * from unnest($3::bigint[], $4::text[], $5::bytea[])
            on conflict do nothing""";

    /** Operations see the imports of every source. */
    private static final String FIND =
            "select * from import where id = $1 and ($2::text is null or source = $2) order by updated_at desc limit 1";

    private static final String REFUSED = """
            select line, reason, original from import_refused
            where source = $1 and id = $2 and line > $3 order by line limit $4""";

    private final Pool pool;
    private final IngestSettings settings;

    Jobs(Pool pool, IngestSettings settings) {
        this.pool = pool;
        this.settings = settings;
    }

    /** Makes the job, or goes on with the one of the same source and id; from then on no other sender may write to it. */
    Job begin(Job job) {
        List<Object> values = new ArrayList<>(List.of(
                job.source(), job.id(), job.kind().tag(), job.how(), job.asOf().atOffset(ZoneOffset.UTC)));
        values.addAll(List.of(
                job.heading().columnsRead(),
                job.heading().columnsIgnored(),
                Buffer.buffer(job.heading().header()),
                String.valueOf(job.heading().delimiter())));
        values.add(job.totalBytes());
        return await(pool.preparedQuery(BEGIN)
                .execute(Tuple.from(values))
                .map(rows -> job(rows.iterator().next())));
    }

    /**
     * Records how far it has come together with the rows that were refused on the way.
     *
     * @return false when another sender has gone on with the job: nothing is written then
     */
    boolean save(Job job, List<RefusedRow> refused) {
        return await(pool.withTransaction(connection -> connection
                .preparedQuery(SAVE)
                .execute(progress(job))
                .flatMap(saved -> saved.rowCount() == 0
                        ? Uni.createFrom().item(false)
                        : keep(connection, job, refused).replaceWith(true))));
    }

    /** The import of that id; null when there is none, or not of that source. */
    @Nullable
    Job find(String id, @Nullable String source) {
        return await(pool.preparedQuery(FIND)
                .execute(Tuple.tuple(new ArrayList<>(Arrays.asList(id, source))))
                .map(rows -> rows.size() == 0 ? null : job(rows.iterator().next())));
    }

    /** Refused rows of a job after a line, in order. */
    List<RefusedRow> refused(Job job, long afterLine, int limit) {
        return await(pool.preparedQuery(REFUSED)
                .execute(Tuple.of(job.source(), job.id(), afterLine, limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new RefusedRow(
                                row.getLong("line"),
                                row.getString("reason"),
                                row.getBuffer("original").getBytes()))
                        .toList()));
    }

    /** Forgets all that were last written to before then; returns how many. */
    int forget(Instant before) {
        return await(pool.preparedQuery("delete from import where updated_at < $1")
                .execute(Tuple.of(before.atOffset(ZoneOffset.UTC)))
                .map(deleted -> deleted.rowCount()));
    }

    private static Uni<Void> keep(SqlConnection connection, Job job, List<RefusedRow> refused) {
        if (refused.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple rows = Tuple.tuple()
                .addString(job.source())
                .addString(job.id())
                .addArrayOfLong(refused.stream().map(RefusedRow::line).toArray(Long[]::new))
                .addArrayOfString(refused.stream().map(RefusedRow::reason).toArray(String[]::new))
                .addValue(refused.stream()
                        .map(row -> Buffer.buffer(row.original()))
                        .toArray(Buffer[]::new));
        return connection.preparedQuery(KEEP).execute(rows).replaceWithVoid();
    }

    private static Tuple progress(Job job) {
        Progress progress = job.progress();
        return Tuple.from(List.of(
                job.source(),
                job.id(),
                job.attempt(),
                job.state().tag(),
                progress.bytes(),
                progress.line(),
                progress.checksum(),
                progress.published(),
                progress.refused(),
                progress.kept(),
                progress.keptBytes()));
    }

    private static Job job(Row row) {
        return new Job(
                row.getString("source"),
                row.getString("id"),
                Objects.requireNonNull(ImportKind.named(row.getString("kind"))),
                row.getString("how"),
                instant(row, "as_of"),
                JobState.named(row.getString("state")),
                row.getInteger("attempt"),
                new Heading(
                        row.getString("columns_read"),
                        row.getString("columns_ignored"),
                        row.getBuffer("header").getBytes(),
                        row.getString("delimiter").charAt(0)),
                new Progress(
                        row.getLong("bytes"),
                        row.getLong("line"),
                        row.getLong("checksum"),
                        row.getLong("published"),
                        row.getLong("refused"),
                        row.getLong("refused_kept"),
                        row.getLong("refused_bytes")),
                row.getLong("total_bytes"),
                instant(row, "started_at"),
                instant(row, "updated_at"));
    }

    private static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }

    private <T> T await(Uni<T> work) {
        try {
            return work.await().atMost(settings.databaseWithin());
        } catch (RuntimeException e) {
            throw new Unrecorded(e);
        }
    }
}
