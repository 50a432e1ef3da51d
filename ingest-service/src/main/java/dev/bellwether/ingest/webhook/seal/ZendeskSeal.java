package dev.bellwether.ingest.webhook.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bellwether.ingest.source.Secret;
import java.time.Instant;
import java.util.List;

/** {@code X-Zendesk-Webhook-Signature}: base64 HMAC-SHA256 of the timestamp header's text and the body. */
public record ZendeskSeal(Window window) implements Seal {

    @Override
    public boolean holds(Sealed request, List<Secret> secrets, Instant now) {
        String signature = request.header("x-zendesk-webhook-signature");
        String timestamp = request.header("x-zendesk-webhook-signature-timestamp");
        if (signature == null || timestamp == null) {
            return false;
        }
        List<byte[]> digests = secrets.stream()
                .map(secret -> Hmac.sha256(secret, timestamp.getBytes(UTF_8), request.body()))
                .toList();
        return Hmac.matches(digests, List.of(Hmac.fromBase64(signature))) && window.contains(timestamp, now);
    }
}
