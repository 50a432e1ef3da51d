package dev.bellwether.ingest.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A page of the documentation whose commands, programs and examples are tests. */
public enum Page {
    SENDING_EVENTS,
    WEBHOOKS,
    CSV_FILES;

    private static final Path FOLDER = Path.of("..", "docs");

    /** Its blocks in a language, in their order. */
    public List<String> blocks(String language) {
        return Pattern.compile("^```" + language + "\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE)
                .matcher(text())
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    /** All of it. */
    public String text() {
        try {
            return Files.readString(
                    FOLDER.resolve(name().toLowerCase(Locale.ROOT).replace('_', '-') + ".md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
