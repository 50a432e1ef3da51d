package dev.bellwether.ingest.csv.row;

import dev.bellwether.contracts.Problem;
import dev.bellwether.contracts.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the first record of a file: which columns it has, and whether those are enough. */
public final class HeaderReading {

    private static final String LEFT_OUT = "-";

    private final ImportOrder order;
    private final List<Problem> problems = new ArrayList<>();

    private HeaderReading(ImportOrder order) {
        this.order = order;
    }

    /** The header, or every problem that makes it useless, with pointers to our names of columns. */
    public static Reading<Header> of(List<String> names, ImportOrder order) {
        return new HeaderReading(order).read(names);
    }

    private Reading<Header> read(List<String> names) {
        Map<String, String> mapped = mapped();
        int[] places = new int[names.size()];
        @Nullable String[] taken = constants();
        @Nullable String[] constants = taken.clone();
        for (int i = 0; i < places.length; i++) {
            places[i] = place(names.get(i), mapped);
            if (places[i] >= 0) {
                take(taken, places[i], names.get(i));
            }
        }
        mapped.keySet().forEach(name -> problem("/map", "there is no column " + name + " in the file"));
        for (String name : order.kind().required()) {
            if (taken[order.kind().indexOf(name)] == null) {
                problem("/" + name, "is required, and no column of the file is it");
            }
        }
        return problems.isEmpty()
                ? new Reading.Understood<>(new Header(order.kind(), names, places, constants))
                : new Reading.Refused<>(problems);
    }

    /** The mapped names as they are compared. */
    private Map<String, String> mapped() {
        Map<String, String> mapped = new HashMap<>();
        order.map().forEach((from, to) -> mapped.put(Column.plain(from), to));
        return mapped;
    }

    private @Nullable String[] constants() {
        @Nullable String[] constants = new String[order.kind().columns().size()];
        order.set().forEach((name, value) -> {
            int place = order.kind().indexOf(name);
            if (place < 0) {
                problem("/set", name + " is no column of " + order.kind().tag());
            } else {
                constants[place] = value;
            }
        });
        return constants;
    }

    private int place(String name, Map<String, String> mapped) {
        String target = mapped.remove(Column.plain(name));
        if (target != null) {
            int place = LEFT_OUT.equals(target) ? Header.IGNORED : order.kind().indexOf(target);
            if (place < 0 && !LEFT_OUT.equals(target)) {
                problem("/map", target + " is no column of " + order.kind().tag());
            }
            return place;
        }
        int place = order.kind().indexOf(name);
        boolean means = place >= 0 || name.isEmpty() || RefusedColumns.has(name);
        return means || !order.kind().keepsOthers() ? place : Header.OTHER;
    }

    private void take(@Nullable String[] taken, int place, String name) {
        String before = taken[place];
        if (before != null) {
            problem(
                    "/" + order.kind().columns().get(place).name(),
                    "is told twice: by " + before + " and by the column " + name);
        }
        taken[place] = "the column " + name;
    }

    private void problem(String pointer, String detail) {
        problems.add(new Problem(pointer, detail));
    }
}
