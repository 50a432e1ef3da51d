package dev.bellwether.ingest.csv.row;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which cell of a row is which column. */
public final class Header {

    /** The cell means nothing here. */
    static final int IGNORED = -1;
    /** The cell is kept with the fact under the name of its column. */
    static final int OTHER = -2;

    private final ImportKind kind;
    private final List<String> names;
    private final int[] places;
    private final @Nullable String[] constants;

    /**
     * @param names of the file's columns as they stand there
     * @param places for each of them a column of the kind, {@link #IGNORED} or {@link #OTHER}
     * @param constants for each column of the kind the value it has in every row, or null
     */
    Header(ImportKind kind, List<String> names, int[] places, @Nullable String[] constants) {
        this.kind = kind;
        this.names = List.copyOf(names);
        this.places = places.clone();
        this.constants = constants.clone();
    }

    ImportKind kind() {
        return kind;
    }

    public int size() {
        return names.size();
    }

    /** The file's columns that are read, each with our name of it. */
    public Map<String, String> read() {
        Map<String, String> read = new LinkedHashMap<>();
        for (int i = 0; i < places.length; i++) {
            if (places[i] != IGNORED) {
                read.put(names.get(i), places[i] == OTHER ? "traits/" + names.get(i) : column(places[i]));
            }
        }
        return read;
    }

    /** The file's columns that mean nothing here. */
    public List<String> ignored() {
        List<String> ignored = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            if (places[i] == IGNORED && !names.get(i).isEmpty() && !RefusedColumns.has(names.get(i))) {
                ignored.add(names.get(i));
            }
        }
        return ignored;
    }

    /** The values of a row; cells beyond the header must have been looked at before. */
    Row row(List<String> cells) {
        @Nullable String[] values = constants.clone();
        Map<String, String> others = kind.keepsOthers() ? new LinkedHashMap<>() : Map.of();
        for (int i = 0; i < places.length; i++) {
            String cell = cells.get(i);
            if (cell.isEmpty() || places[i] == IGNORED) {
                continue;
            }
            if (places[i] == OTHER) {
                others.put(names.get(i), cell);
            } else {
                values[places[i]] = cell;
            }
        }
        return new Row(kind, Arrays.asList(values), others);
    }

    /** What the file calls the field that a pointer points to. */
    String nameOf(String pointer) {
        String[] steps = pointer.split("/", 3);
        String field = steps.length < 2 ? pointer : steps[1];
        String rest = steps.length < 3 ? "" : " (" + steps[2] + ")";
        for (int i = 0; i < places.length; i++) {
            if (places[i] >= 0 && column(places[i]).equals(field)) {
                return names.get(i) + rest;
            }
        }
        return field + rest;
    }

    private String column(int place) {
        return kind.columns().get(place).name();
    }
}
