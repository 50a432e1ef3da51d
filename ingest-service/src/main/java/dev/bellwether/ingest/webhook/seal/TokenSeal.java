package dev.bellwether.ingest.webhook.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bellwether.ingest.source.Authorization;
import dev.bellwether.ingest.source.Secret;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * For senders that cannot sign: the secret itself, in a header, as a bearer token, as the user name or password of basic
 * authentication, or as the query parameter {@code token}.
 *
 * @param header in lower case
 */
public record TokenSeal(String header) implements Seal {

    public TokenSeal {
        header = header.toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean holds(Sealed request, List<Secret> secrets, Instant now) {
        List<String> presented = new ArrayList<>();
        present(presented, request.header(header));
        Authorization authorization = Authorization.read(request.header("authorization"));
        if (authorization != null) {
            present(presented, authorization.bearerKey());
            present(presented, authorization.basicKey());
            present(presented, password(authorization));
        }
        present(presented, parameter(request.uri()));
        boolean known = false;
        for (String one : presented) {
            for (Secret secret : secrets) {
                known |= secret.is(one);
            }
        }
        return known;
    }

    private static void present(List<String> presented, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            presented.add(text);
        }
    }

    private static @Nullable String password(Authorization authorization) {
        if (!authorization.scheme().equals("basic")) {
            return null;
        }
        String pair = new String(Hmac.fromBase64(authorization.credentials()), UTF_8);
        int colon = pair.indexOf(':');
        return colon < 0 ? null : pair.substring(colon + 1);
    }

    private static @Nullable String parameter(String uri) {
        int query = uri.indexOf('?');
        for (String pair : (query < 0 ? "" : uri.substring(query + 1)).split("&")) {
            if (pair.startsWith("token=")) {
                try {
                    return URLDecoder.decode(pair.substring("token=".length()), UTF_8);
                } catch (IllegalArgumentException e) { // a broken escape fits no secret
                    return null;
                }
            }
        }
        return null;
    }
}
