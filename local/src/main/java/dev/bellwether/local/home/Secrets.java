package dev.bellwether.local.home;

import java.security.SecureRandom;
import java.util.Base64;

/** Random words nobody can guess: 144 bits, written in letters, digits, {@code -} and {@code _}. */
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /** A new one at every call. */
    public static String random() {
        byte[] bytes = new byte[18];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
