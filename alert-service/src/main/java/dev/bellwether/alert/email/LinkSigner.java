package dev.bellwether.alert.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Turns links into tokens that nobody else can make, and back. */
final class LinkSigner {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int LEAST_KEY = 24;
    private static final String SEPARATOR = "\n";
    private static final int FIELDS = 4;

    private final SecretKeySpec key;

    LinkSigner(String secret) {
        if (secret.length() < LEAST_KEY) {
            throw new IllegalArgumentException(
                    "bellwether.alert.links.secret must have at least " + LEAST_KEY + " characters");
        }
        this.key = new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM);
    }

    String token(Link link) {
        String content = String.join(
                SEPARATOR,
                link.purpose().label(),
                link.alert().toString(),
                String.valueOf(link.until().getEpochSecond()),
                link.email());
        String text = base64(content.getBytes(UTF_8));
        return text + "." + base64(signature(text));
    }

    /** The link of a token; nothing of one that was not signed here. */
    Optional<Link> read(String token) {
        int dot = token.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        try {
            String text = token.substring(0, dot);
            byte[] claimed = Base64.getUrlDecoder().decode(token.substring(dot + 1));
            return MessageDigest.isEqual(signature(text), claimed)
                    ? link(new String(Base64.getUrlDecoder().decode(text), UTF_8))
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Link> link(String content) {
        String[] fields = content.split(SEPARATOR, FIELDS);
        return fields.length < FIELDS
                ? Optional.empty()
                : Purpose.labelled(fields[0])
                        .map(purpose -> new Link(
                                purpose,
                                UUID.fromString(fields[1]),
                                fields[3],
                                Instant.ofEpochSecond(Long.parseLong(fields[2]))));
    }

    private byte[] signature(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no " + ALGORITHM, e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
