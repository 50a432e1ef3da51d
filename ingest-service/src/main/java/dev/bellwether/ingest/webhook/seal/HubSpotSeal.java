package dev.bellwether.ingest.webhook.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bellwether.ingest.source.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * HubSpot's three signatures. The third one, over method, address, body and time, counts when it is there; the older ones
 * tell no time, so that what they seal is protected against being played again by its ids alone.
 *
 * @param allowOld whether the older ones count where the third is missing
 */
public record HubSpotSeal(Window window, boolean allowOld) implements Seal {

    /** The escapes that HubSpot undoes before it signs an address; all others stay. */
    private static final Map<String, String> UNDONE = Map.ofEntries(
            Map.entry("%3A", ":"),
            Map.entry("%2F", "/"),
            Map.entry("%3F", "?"),
            Map.entry("%40", "@"),
            Map.entry("%21", "!"),
            Map.entry("%24", "$"),
            Map.entry("%27", "'"),
            Map.entry("%28", "("),
            Map.entry("%29", ")"),
            Map.entry("%2A", "*"),
            Map.entry("%2C", ","),
            Map.entry("%3B", ";"));

    @Override
    public boolean holds(Sealed request, List<Secret> secrets, Instant now) {
        String third = request.header("x-hubspot-signature-v3");
        if (third != null) {
            String timestamp = request.header("x-hubspot-request-timestamp");
            return timestamp != null && isThird(request, secrets, third, timestamp) && window.contains(timestamp, now);
        }
        String older = request.header("x-hubspot-signature");
        return older != null
                && allowOld
                && isOlder(request, secrets, older, request.header("x-hubspot-signature-version"));
    }

    private static boolean isThird(Sealed request, List<Secret> secrets, String signature, String timestamp) {
        byte[] before = (request.method() + decoded(request.uri())).getBytes(UTF_8);
        List<byte[]> digests =
                digests(secrets, secret -> Hmac.sha256(secret, before, request.body(), timestamp.getBytes(UTF_8)));
        return Hmac.matches(digests, List.of(Hmac.fromBase64(signature)));
    }

    private static boolean isOlder(Sealed request, List<Secret> secrets, String signature, @Nullable String version) {
        byte[] before =
                "v2".equalsIgnoreCase(version) ? (request.method() + request.uri()).getBytes(UTF_8) : new byte[0];
        List<byte[]> digests = digests(secrets, secret -> Hmac.prefixed(secret, before, request.body()));
        return Hmac.matches(digests, List.of(Hmac.fromHex(signature)));
    }

    private static List<byte[]> digests(List<Secret> secrets, Function<Secret, byte[]> digest) {
        return secrets.stream().map(digest).toList();
    }

    private static String decoded(String uri) {
        StringBuilder text = new StringBuilder();
        int i = 0;
        while (i < uri.length()) {
            String escape = uri.charAt(i) == '%' && i + 3 <= uri.length()
                    ? uri.substring(i, i + 3).toUpperCase(Locale.ROOT)
                    : "";
            String undone = UNDONE.get(escape);
            text.append(undone == null ? uri.substring(i, i + 1) : undone);
            i += undone == null ? 1 : 3;
        }
        return text.toString();
    }
}
