package dev.bellwether.local.home;

import java.nio.file.Path;
import java.util.Map;

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

    /** The log file of a process. */
    public Path log(String process) {
        return folder.resolve("logs").resolve(process + ".log");
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
}
