package dev.bellwether.ingest.source;

import dev.bellwether.ingest.SourceSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads a source as it is configured; what is wrong with it stops the start, by the name of the source. */
final class Configured {

    private Configured() {}

    static Source source(String name, SourceSettings settings) {
        if (name.equals(Admission.NOBODY)) {
            throw new IllegalStateException(
                    "the source '" + name + "' needs another name: this one stands for senders that are none");
        }
        try {
            return new Source(
                    name,
                    settings.kind(),
                    secrets(settings),
                    Set.copyOf(settings.corsOrigins().orElse(List.of())),
                    new Pace(settings.requestsPerSecond(), System::nanoTime));
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new IllegalStateException("the source '" + name + "' cannot be read: " + e.getMessage(), e);
        }
    }

    private static List<Secret> secrets(SourceSettings settings) {
        List<Secret> secrets = new ArrayList<>();
        settings.writeKeys().orElse(List.of()).forEach(key -> secrets.add(new Secret(key)));
        settings.secrets().orElse(List.of()).forEach(secret -> secrets.add(new Secret(secret)));
        settings.secretFiles().orElse(List.of()).forEach(file -> secrets.add(new Secret(content(file))));
        return secrets;
    }

    private static String content(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("its secret file " + file, e);
        }
    }
}
