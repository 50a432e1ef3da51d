package dev.bellwether.ingest.body;

import io.vertx.core.http.HttpServerRequest;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The headers of a request by their names, for readers that know nothing of the server. */
public final class HeadersByName {

    private HeadersByName() {}

    /** By name in lower case; of those that come more than once the first. */
    public static Map<String, String> of(HttpServerRequest request) {
        Map<String, String> headers = new HashMap<>();
        request.headers()
                .forEach(header -> headers.putIfAbsent(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
        return headers;
    }
}
