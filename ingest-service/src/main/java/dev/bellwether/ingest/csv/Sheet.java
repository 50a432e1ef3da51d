package dev.bellwether.ingest.csv;

import dev.bellwether.contracts.Envelope;
import dev.bellwether.contracts.Problem;
import dev.bellwether.contracts.Reading;
import dev.bellwether.ingest.csv.row.RowReader;
import dev.bellwether.ingest.csv.text.Cells;
import dev.bellwether.ingest.csv.text.Frame;
import dev.bellwether.ingest.csv.text.Framing;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of a file, one after the other. */
record Sheet(Framing framing, Cells cells, RowReader reader, Clock clock) {

    /** What a row is. */
    sealed interface Found {
        record Facts(List<Envelope> envelopes) implements Found {

            public Facts {
                envelopes = List.copyOf(envelopes);
            }
        }

        record Refused(RefusedRow row) implements Found {}
    }

    /**
     * The next row that says anything; null at the end.
     *
     * @throws IOException when the file breaks off
     */
    @Nullable
    Found next() throws IOException {
        for (Frame frame = framing.next(); frame != null; frame = framing.next()) {
            try {
                List<String> values = cells.of(frame);
                if (!RowReader.isBlank(values)) {
                    return judged(frame, reader.read(values, clock.instant()));
                }
            } catch (Cells.Malformed e) {
                return refused(frame, "the row " + e.getMessage());
            }
        }
        return null;
    }

    /** That progress, with the file read to where it is now. */
    Progress mark(Progress progress) {
        return progress.at(framing.offset(), framing.line(), framing.sum());
    }

    private static Found judged(Frame frame, Reading<List<Envelope>> reading) {
        return switch (reading) {
            case Reading.Understood<List<Envelope>>(List<Envelope> envelopes) -> new Found.Facts(envelopes);
            case Reading.Refused<List<Envelope>>(var problems) ->
                refused(frame, problems.stream().map(Sheet::text).collect(Collectors.joining("; ")));
        };
    }

    private static String text(Problem problem) {
        return problem.pointer().isEmpty() ? "the row " + problem.detail() : problem.pointer() + " " + problem.detail();
    }

    private static Found refused(Frame frame, String reason) {
        return new Found.Refused(new RefusedRow(frame.line(), reason, frame.bytes()));
    }
}
