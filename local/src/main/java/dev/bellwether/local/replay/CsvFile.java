package dev.bellwether.local.replay;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A CSV file with a header line, read row by row (RFC 4180: quoted values may hold commas, quotes and line breaks). */
record CsvFile(Path path) {

    /** Does something with one row. */
    @FunctionalInterface
    interface RowReader {
        void read(Row row) throws UnreadableData;
    }

    String name() {
        return String.valueOf(path.getFileName());
    }

    boolean exists() {
        return Files.isRegularFile(path);
    }

    void forEach(RowReader reader) throws IOException, UnreadableData {
        try (BufferedReader in = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            CsvRecords records = new CsvRecords(in, name());
            List<String> header = withoutMark(records.next());
            long line = records.line();
            for (List<String> record = records.next(); !record.isEmpty(); record = records.next()) {
                reader.read(row(header, record, line + 1));
                line = records.line();
            }
        }
    }

    private Row row(List<String> header, List<String> values, long line) throws UnreadableData {
        if (values.size() != header.size()) {
            throw new UnreadableData(
                    name() + " line " + line + ": has " + values.size() + " values instead of " + header.size());
        }
        Map<String, String> byColumn = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            byColumn.put(header.get(i), values.get(i).strip());
        }
        return new Row(name(), line, byColumn);
    }

    /** Some programs begin a file in UTF-8 with a byte order mark. */
    private static List<String> withoutMark(List<String> header) {
        List<String> columns = new ArrayList<>();
        header.forEach(column -> columns.add(column.replace("\uFEFF", "").strip()));
        return columns;
    }
}
