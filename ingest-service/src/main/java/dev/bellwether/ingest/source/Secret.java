package dev.bellwether.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A write key, or what the sender of webhooks signs with; never blank, and never printed. */
public final class Secret {

    /** A digest is as it was once it has answered; to look one up costs as much as the digest itself. */
    private static final ThreadLocal<MessageDigest> DIGESTS = ThreadLocal.withInitial(Secret::sha256);

    private final String text;
    private final byte[] digest;

    public Secret(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a secret is blank");
        }
        this.text = text;
        this.digest = digest(text);
    }

    /** What signatures are computed with. */
    public byte[] bytes() {
        return text.getBytes(UTF_8);
    }

    /** Whether this is it. How long the answer takes tells nothing of the secret: digests are compared, in constant time. */
    public boolean is(String presented) {
        return MessageDigest.isEqual(digest, digest(presented));
    }

    /** Whether the other one opens the same. */
    boolean isSameAs(Secret other) {
        return MessageDigest.isEqual(digest, other.digest);
    }

    private static byte[] digest(String text) {
        return DIGESTS.get().digest(text.getBytes(UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "Secret[hidden]";
    }
}
