package dev.bellwether.system.replay;

import com.opencsv.CSVReaderHeaderAware;
import com.opencsv.exceptions.CsvValidationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of a CSV file. */
record Table(List<Row> rows) {

    /** The cells of a line by the names of their columns. */
    record Row(Map<String, String> cells) {

        String text(String column) {
            String cell = cells.get(column);
            if (cell == null) {
                throw new IllegalArgumentException("no column " + column + " among " + cells.keySet());
            }
            return cell;
        }

        /** The day of a date or a time (UTC); empty when the cell is. */
        Optional<LocalDate> day(String column) {
            String cell = text(column);
            return cell.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(cell.substring(0, 10)));
        }
    }

    Table {
        rows = List.copyOf(rows);
    }

    static Table read(Path file) {
        try (CSVReaderHeaderAware reader = new CSVReaderHeaderAware(Files.newBufferedReader(file))) {
            List<Row> rows = new ArrayList<>();
            for (Map<String, String> cells = reader.readMap(); cells != null; cells = reader.readMap()) {
                rows.add(new Row(cells));
            }
            return new Table(rows);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        } catch (CsvValidationException e) {
            throw new IllegalArgumentException(file + " is no CSV", e);
        }
    }
}
