package dev.bellwether.ingest.webhook.seal;

import dev.bellwether.ingest.source.Secret;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Keyed digests, and comparing them in constant time. */
final class Hmac {

    private Hmac() {}

    static byte[] sha256(Secret secret, byte[]... parts) {
        return digest("HmacSHA256", secret, parts);
    }

    static byte[] sha1(Secret secret, byte[]... parts) {
        return digest("HmacSHA1", secret, parts);
    }

    /** The digest of the secret before the message, which is what some vendors sign with. */
    static byte[] prefixed(Secret secret, byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(secret.bytes());
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Whether one of the presented texts is one of the digests; always compares all of them. */
    static boolean matches(List<byte[]> digests, List<byte[]> presented) {
        boolean found = false;
        for (byte[] digest : digests) {
            for (byte[] one : presented) {
                found |= MessageDigest.isEqual(digest, one);
            }
        }
        return found;
    }

    /** The bytes; none when the text is not hexadecimal. */
    static byte[] fromHex(String text) {
        try {
            return HexFormat.of().parseHex(text.strip().toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) { // fits no digest
            return new byte[0];
        }
    }

    /** The bytes; none when the text is not base64. */
    static byte[] fromBase64(String text) {
        try {
            return Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException e) { // fits no digest
            return new byte[0];
        }
    }

    private static byte[] digest(String algorithm, Secret secret, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.bytes(), algorithm));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }
}
