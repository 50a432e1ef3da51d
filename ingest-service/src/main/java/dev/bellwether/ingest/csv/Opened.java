package dev.bellwether.ingest.csv;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.contracts.Reading;
import dev.bellwether.ingest.IngestSettings;
import dev.bellwether.ingest.csv.row.Header;
import dev.bellwether.ingest.csv.row.HeaderReading;
import dev.bellwether.ingest.csv.row.ImportOrder;
import dev.bellwether.ingest.csv.text.Cells;
import dev.bellwether.ingest.csv.text.Frame;
import dev.bellwether.ingest.csv.text.Framing;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** A file whose header was read and is good; its rows come next. */
record Opened(Framing framing, Cells cells, Header header, Heading heading) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads the header; a file without a good one is refused as a whole. */
    static Reading<Opened> of(InputStream file, ImportOrder order, IngestSettings.Imports limits) throws IOException {
        Framing framing = new Framing(file, limits.rowBytes());
        if (!framing.begin(order.spelling().delimiter())) {
            return Reading.refused("", "the file is UTF-16: save it as UTF-8");
        }
        Frame first = framing.next();
        if (first == null) {
            return Reading.refused("", "the file is empty: its first line names the columns");
        }
        Cells cells = new Cells(framing.delimiter());
        try {
            List<String> names = cells.of(first);
            if (names.size() > limits.columns()) {
                return Reading.refused("", "the file has more than " + limits.columns() + " columns");
            }
            return switch (HeaderReading.of(names, order)) {
                case Reading.Refused<Header>(var problems) -> new Reading.Refused<>(problems);
                case Reading.Understood<Header>(Header header) ->
                    new Reading.Understood<>(new Opened(framing, cells, header, heading(first, header, framing)));
            };
        } catch (Cells.Malformed e) {
            return Reading.refused("", "the first line " + e.getMessage());
        }
    }

    private static Heading heading(Frame first, Header header, Framing framing) {
        try {
            return new Heading(
                    JSON.writeValueAsString(header.read()),
                    JSON.writeValueAsString(header.ignored()),
                    first.bytes(),
                    framing.delimiter());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts are always JSON", e);
        }
    }
}
