package dev.bellwether.ingest.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bellwether.ingest.csv.row.RefusedColumns;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * The refused rows of an import as a file that can be mended and imported: two columns that say where each stood and
 * why it was refused, then the row as it was. Read from the database page by page.
 */
record RefusedFile(Jobs jobs, Job job) {

    private static final int PAGE = 500;

    void write(OutputStream body) throws IOException {
        OutputStream out = new BufferedOutputStream(body, 65_536);
        line(out, RefusedColumns.LINE, RefusedColumns.REASON, job.heading().header());
        long after = 0;
        List<RefusedRow> page = jobs.refused(job, after, PAGE);
        while (!page.isEmpty()) {
            for (RefusedRow row : page) {
                line(out, String.valueOf(row.line()), quoted(row.reason()), row.original());
                after = row.line();
            }
            page = jobs.refused(job, after, PAGE);
        }
        out.flush();
    }

    private void line(OutputStream out, String line, String reason, byte[] row) throws IOException {
        char delimiter = job.heading().delimiter();
        out.write((line + delimiter + reason + delimiter).getBytes(UTF_8));
        out.write(row);
        out.write('\n');
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
