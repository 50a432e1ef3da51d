package dev.bellwether.ingest.csv.row;

import java.util.Set;

/** The columns that a file of refused rows has before those of the file they come from. */
public final class RefusedColumns {

    public static final String LINE = "refusedLine";
    public static final String REASON = "refusedReason";

    private static final Set<String> PLAIN = Set.of(Column.plain(LINE), Column.plain(REASON));

    private RefusedColumns() {}

    /** Whether it is one of them: they mean nothing when the mended file is imported. */
    static boolean has(String name) {
        return PLAIN.contains(Column.plain(name));
    }
}
