package dev.bellwether.ingest.webhook.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bellwether.ingest.source.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An HMAC of the body in a header. With a timestamp header its text and a dot come before the body, and its time must be
 * near.
 *
 * @param header in lower case
 * @param prefix stands before the signature in the header; often {@code sha256=}
 * @param timestampHeader in lower case
 */
public record HmacSeal(Digest digest, String header, String prefix, Optional<String> timestampHeader, Window window)
        implements Seal {

    public HmacSeal {
        header = header.toLowerCase(Locale.ROOT);
        timestampHeader = timestampHeader.map(name -> name.toLowerCase(Locale.ROOT));
    }

    /** Which digest, and how it is written. */
    public enum Digest {
        SHA256_HEX,
        SHA256_BASE64,
        SHA1_HEX;

        byte[] of(Secret secret, byte[] before, byte[] body) {
            return this == SHA1_HEX ? Hmac.sha1(secret, before, body) : Hmac.sha256(secret, before, body);
        }

        byte[] read(String text) {
            return this == SHA256_BASE64 ? Hmac.fromBase64(text) : Hmac.fromHex(text);
        }
    }

    @Override
    public boolean holds(Sealed request, List<Secret> secrets, Instant now) {
        String signature = request.header(header);
        String timestamp = timestampHeader.map(request::header).orElse(null);
        if (signature == null || !signature.startsWith(prefix) || timestampHeader.isPresent() && timestamp == null) {
            return false;
        }
        byte[] before = timestamp == null ? new byte[0] : (timestamp + ".").getBytes(UTF_8);
        List<byte[]> digests = secrets.stream()
                .map(secret -> digest.of(secret, before, request.body()))
                .toList();
        return Hmac.matches(digests, List.of(digest.read(signature.substring(prefix.length()))))
                && (timestamp == null || window.contains(timestamp, now));
    }
}
