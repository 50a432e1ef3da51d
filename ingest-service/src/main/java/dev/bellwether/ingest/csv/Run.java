package dev.bellwether.ingest.csv;

import dev.bellwether.ingest.IngestMetrics;
import dev.bellwether.ingest.IngestSettings;
import dev.bellwether.ingest.publish.Unpublished;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * One sending of a file: its rows to Kafka, and how far it has come to the job. What the job says is durable: rows are
 * counted after Kafka's acknowledgement, so that a run that broke off sends some of them again, with the same ids.
 */
final class Run {

    private static final Duration SAVE_EVERY = Duration.ofSeconds(1);
    private static final int SAVE_REFUSED = 500;
    private static final int SAVE_BYTES = 1 << 20;

    private final Sheet sheet;
    private final Flight flight;
    private final Jobs jobs;
    private final IngestMetrics metrics;
    private final IngestSettings.Imports limits;

    private Job job;
    private Progress read;
    private Chunk chunk = new Chunk();
    private List<RefusedRow> unsaved = new ArrayList<>();
    private int unsavedBytes;
    private Instant saved = Instant.EPOCH;

    /** Goes on with the job where the sheet stands. */
    Run(Job job, Sheet sheet, Flight flight, Keeping keeping) {
        this.job = job;
        this.read = job.progress();
        this.sheet = sheet;
        this.flight = flight;
        this.jobs = keeping.jobs();
        this.metrics = keeping.metrics();
        this.limits = keeping.limits();
    }

    /** What a run needs to keep. */
    record Keeping(Jobs jobs, IngestMetrics metrics, IngestSettings.Imports limits) {}

    /**
     * Runs to the end of the file, or as far as it goes.
     *
     * @param stopping whether this instance is being stopped
     * @throws Unrecorded when the database is away
     */
    Ending go(BooleanSupplier stopping) {
        try {
            boolean complete = read(stopping);
            settle(true);
            return save(complete ? JobState.DONE : JobState.INTERRUPTED)
                    ? complete ? Ending.COMPLETE : Ending.STOPPING
                    : Ending.SUPERSEDED;
        } catch (Superseded e) {
            return Ending.SUPERSEDED;
        } catch (Unpublished e) {
            return save(JobState.INTERRUPTED) ? Ending.KAFKA_AWAY : Ending.SUPERSEDED;
        } catch (IOException e) {
            return brokenOff();
        }
    }

    /** As it was saved last. */
    Job job() {
        return job;
    }

    /** Returns whether the file has ended. */
    private boolean read(BooleanSupplier stopping) throws IOException {
        for (Sheet.Found found = sheet.next(); found != null; found = sheet.next()) {
            take(found);
            if (chunk.isFull()) {
                pass();
                settle(false);
            }
            if (stopping.getAsBoolean()) { // after each row, for a slow file may not fill a chunk in time
                pass();
                return false;
            }
        }
        pass();
        return true;
    }

    private void take(Sheet.Found found) {
        switch (found) {
            case Sheet.Found.Facts(var envelopes) -> {
                envelopes.forEach(chunk::add);
                read = read.onePublished();
            }
            case Sheet.Found.Refused(RefusedRow row) -> {
                read = read.oneRefused();
                if (read.kept() < limits.refusedRows() && read.keptBytes() + row.size() <= limits.refusedBytes()) {
                    chunk.add(row);
                    read = read.oneKept(row.size());
                }
            }
        }
    }

    private void pass() {
        read = sheet.mark(read);
        flight.send(chunk, read);
        chunk = new Chunk();
    }

    /** Takes note of what has landed; waits when too much is under way, or for all of it. */
    private void settle(boolean all) {
        while (flight.isFull() || flight.isDue() || all && !flight.isEmpty()) {
            Flight.Sent landed = flight.land();
            metrics.rows(
                    job.source(),
                    job.kind(),
                    landed.after().published() - job.progress().published(),
                    landed.after().refused() - job.progress().refused());
            job = job.with(JobState.RUNNING, landed.after(), sheet.clock().instant());
            landed.chunk().refused().forEach(this::keep);
        }
        boolean due = Duration.between(saved, sheet.clock().instant()).compareTo(SAVE_EVERY) >= 0;
        if ((due || unsaved.size() >= SAVE_REFUSED || unsavedBytes >= SAVE_BYTES) && !save(JobState.RUNNING)) {
            throw new Superseded();
        }
    }

    private void keep(RefusedRow row) {
        unsaved.add(row);
        unsavedBytes += row.size();
    }

    private boolean save(JobState state) {
        saved = sheet.clock().instant();
        job = job.with(state, job.progress(), saved);
        boolean ours = jobs.save(job, unsaved);
        unsaved = new ArrayList<>();
        unsavedBytes = 0;
        return ours;
    }

    /** Every row that came whole counts. */
    private Ending brokenOff() {
        try {
            pass();
            settle(true);
            return save(JobState.INTERRUPTED) ? Ending.SENDER_LEFT : Ending.SUPERSEDED;
        } catch (Superseded e) {
            return Ending.SUPERSEDED;
        } catch (Unpublished e) {
            return save(JobState.INTERRUPTED) ? Ending.KAFKA_AWAY : Ending.SUPERSEDED;
        }
    }

    /** Another sender goes on with the job. */
    private static final class Superseded extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
