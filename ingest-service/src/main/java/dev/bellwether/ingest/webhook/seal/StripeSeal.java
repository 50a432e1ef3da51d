package dev.bellwether.ingest.webhook.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bellwether.ingest.source.Secret;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** {@code Stripe-Signature: t=…,v1=…}: hexadecimal HMAC-SHA256 of the time, a dot and the body. */
public record StripeSeal(Window window) implements Seal {

    /** More signatures than any rotation makes. */
    private static final int MOST = 10;

    @Override
    public boolean holds(Sealed request, List<Secret> secrets, Instant now) {
        String header = request.header("stripe-signature");
        if (header == null) {
            return false;
        }
        String time = "";
        List<byte[]> presented = new ArrayList<>();
        for (String part : header.split(",", 2 * MOST)) {
            String pair = part.strip();
            if (pair.startsWith("t=")) {
                time = pair.substring(2);
            } else if (pair.startsWith("v1=") && presented.size() < MOST) {
                presented.add(Hmac.fromHex(pair.substring(3)));
            }
        }
        byte[] before = (time + ".").getBytes(UTF_8);
        List<byte[]> digests = secrets.stream()
                .map(secret -> Hmac.sha256(secret, before, request.body()))
                .toList();
        return Hmac.matches(digests, presented) && window.contains(time, now);
    }
}
