package dev.bellwether.messaging.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;

/** Bearer tokens that the service under test accepts: RS256, signed with a key made for this JVM. */
public final class Tokens {

    private static final KeyPair KEYS = keys();
    private static final Path PUBLIC_KEY = writePublicKey();

    private Tokens() {}

    /** A valid token of a person with these roles (csm, manager, ops, admin). */
    public static String bearer(String email, String... roles) {
        String groups = Arrays.stream(roles).map(role -> '"' + role + '"').collect(Collectors.joining(","));
        long now = Instant.now().getEpochSecond();
        String claims = """
                {"iss":"bellwether-local","sub":"%1$s","upn":"%1$s","email":"%1$s","groups":[%2$s],"iat":%3$d,"exp":%4$d}""".formatted(email, groups, now - 60, now + 3600);
        String unsigned =
                encode("{\"alg\":\"RS256\",\"typ\":\"JWT\"}".getBytes(UTF_8)) + "." + encode(claims.getBytes(UTF_8));
        return unsigned + "." + encode(sign(unsigned));
    }

    static Path publicKeyFile() {
        return PUBLIC_KEY;
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }

    private static byte[] sign(String text) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(KEYS.getPrivate());
            signature.update(text.getBytes(UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK signs with RSA", e);
        }
    }

    private static Path writePublicKey() {
        String body = Base64.getMimeEncoder(64, "\n".getBytes(UTF_8))
                .encodeToString(KEYS.getPublic().getEncoded());
        try {
            Path file = Files.createTempFile("bellwether-test", ".pem");
            file.toFile().deleteOnExit();
            return Files.writeString(file, "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the test's public key", e);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
