package dev.bellwether.console.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bellwether.console.ConsoleSettings;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The one password. There is no default: without one of at least 12 characters the console does not start. */
@Singleton
public class Password {

    private static final int SHORTEST = 12;

    private final String expected;

    Password(ConsoleSettings settings) {
        this.expected = settings.password().orElse("");
    }

    /** Fails with what to do when no password, or too short a one, is set. */
    public void check() {
        if (expected.length() < SHORTEST) {
            throw new IllegalStateException("bellwether.console.password is missing or shorter than " + SHORTEST
                    + " characters: set it in the file that QUARKUS_CONFIG_LOCATIONS names, or as"
                    + " BELLWETHER_CONSOLE_PASSWORD.");
        }
    }

    /** Compares in a time that tells nothing about the password. */
    boolean is(String candidate) {
        check();
        return MessageDigest.isEqual(digest(expected), digest(candidate));
    }

    // digests have one length, whatever the lengths of what was typed and what was expected
    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256, but this one", e);
        }
    }

    @Override
    public String toString() {
        return "Password[hidden]";
    }
}
