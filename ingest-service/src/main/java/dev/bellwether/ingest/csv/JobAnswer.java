package dev.bellwether.ingest.csv;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An import as callers see it.
 *
 * @param rows that are settled: published and refused
 * @param refusedKept how many of the refused ones can be fetched
 * @param bytes of the unpacked file that are settled
 * @param totalBytes of the body, as far as the sender told
 * @param columns the file's columns, each with the name by which it is read
 * @param ignoredColumns the file's columns that mean nothing here
 * @param refusedRows where the refused rows can be fetched
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record JobAnswer(
        String id,
        String kind,
        String state,
        long rows,
        long published,
        long refused,
        long refusedKept,
        long bytes,
        @Nullable Long totalBytes,
        @JsonRawValue String columns,
        @JsonRawValue String ignoredColumns,
        Instant asOf,
        Instant startedAt,
        Instant updatedAt,
        String refusedRows) {

    static JobAnswer of(Job job, Instant now) {
        Progress progress = job.progress();
        return new JobAnswer(
                job.id(),
                job.kind().tag(),
                job.stateAt(now).tag(),
                progress.published() + progress.refused(),
                progress.published(),
                progress.refused(),
                progress.kept(),
                progress.bytes(),
                job.totalBytes(),
                job.heading().columnsRead(),
                job.heading().columnsIgnored(),
                job.asOf(),
                job.startedAt(),
                job.updatedAt(),
                "/v1/imports/" + job.id() + "/refused");
    }
}
