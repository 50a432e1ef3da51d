package dev.bellwether.local.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where everything of one local run lies.
 *
 * @param folder the data folder: {@code BELLWETHER_HOME}, else {@code .bellwether} in the checkout
 * @param checkout the folder of the project, where the services are built
 */
public record Home(Path folder, Path checkout) {

    public Home {
        folder = folder.toAbsolutePath().normalize();
        checkout = checkout.toAbsolutePath().normalize();
    }

    /** The home that the environment asks for. */
    public static Home of(Map<String, String> environment, Path checkout) {
        String wanted = environment.getOrDefault("BELLWETHER_HOME", "");
        return new Home(wanted.isBlank() ? checkout.resolve(".bellwether") : Path.of(wanted), checkout);
    }

    /** Process ids and marks of readiness. */
    public Path run() {
        return folder.resolve("run");
    }

    private Path logs() {
        return folder.resolve("logs");
    }

    /** The log file of a process. */
    public Path log(String process) {
        return logs().resolve(process + ".log");
    }

    /** Settings and secrets, readable by the owner only. */
    public Path config() {
        return folder.resolve("config");
    }

    /** The settings that a process is started with. */
    public Path settings(String process) {
        return config().resolve(process + ".properties");
    }

    /** The data of Kafka. */
    public Path kafka() {
        return folder.resolve("kafka");
    }

    /** The data of PostgreSQL. */
    public Path postgres() {
        return folder.resolve("postgres");
    }

    /** The ports of the last start; written before anything else, so that it marks a folder as a home. */
    public Path ports() {
        return config().resolve("ports.properties");
    }

    /** What the stand-ins received. */
    public Path messages() {
        return folder.resolve("messages");
    }

    /** Addresses, keys and tokens for scripts. */
    public Path localJson() {
        return folder.resolve("local.json");
    }

    /** What is known of the synthetic company of this run; absent when it has none. */
    public Path company() {
        return folder.resolve("company.properties");
    }

    /** Is there once the password has been shown. */
    public Path passwordShown() {
        return config().resolve("password-shown");
    }

    /** Whether a run may use the folder: it is missing or empty, or was the home of a run before. */
    public boolean mayBeUsed() throws IOException {
        if (!Files.exists(folder) || Files.exists(ports())) {
            return true;
        }
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> content = Files.list(folder)) {
            return content.findAny().isEmpty();
        }
    }

    /** Removes all that runs have put here, and nothing else. The mark goes last, so that it can be tried again. */
    public void clear() throws IOException {
        for (Path ours : List.of(localJson(), company(), run(), logs(), kafka(), postgres(), messages(), config())) {
            Folders.delete(ours);
        }
    }
}
