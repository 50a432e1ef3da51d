package dev.bellwether.renewal.playbook;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bellwether.renewal.RenewalSettings;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The playbook that is configured or, without one, the one that comes with the service. Wrong ones stop the start. */
class ShippedPlaybook {

    private static final String SHIPPED = "/playbook.yaml";

    @Produces
    @Singleton
    @Startup(Integer.MIN_VALUE) // before the sweep begins
    Playbook playbook(RenewalSettings settings) {
        return PlaybookFile.read(settings.playbook().map(ShippedPlaybook::file).orElseGet(ShippedPlaybook::shipped));
    }

    static String shipped() {
        try (InputStream stream = ShippedPlaybook.class.getResourceAsStream(SHIPPED)) {
            return new String(Objects.requireNonNull(stream, SHIPPED).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the shipped playbook cannot be read", e);
        }
    }

    private static String file(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the playbook cannot be read: " + file, e);
        }
    }
}
