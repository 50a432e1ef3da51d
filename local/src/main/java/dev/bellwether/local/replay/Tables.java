package dev.bellwether.local.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files of a folder; one that is not there has no rows, and is remembered as missing. */
final class Tables {

    private final Path folder;
    private final List<String> missing = new ArrayList<>();

    Tables(Path folder) {
        this.folder = folder;
    }

    void forEach(String name, CsvFile.RowReader reader) throws IOException, UnreadableData {
        CsvFile file = new CsvFile(folder.resolve(name + ".csv"));
        if (file.exists()) {
            file.forEach(reader);
        } else {
            missing.add(file.name());
        }
    }

    List<String> missing() {
        return List.copyOf(missing);
    }
}
