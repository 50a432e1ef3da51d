package dev.bellwether.ingest.webhook.seal;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request as far as a signature can cover it.
 *
 * @param uri as the sender called it: scheme, host, path and query
 * @param headers names in lower case, the first value of each
 * @param body the bytes as they came over the wire
 */
@SuppressWarnings("ArrayRecordComponent") // a signature covers the very bytes
public record Sealed(String method, String uri, Map<String, String> headers, byte[] body) {

    public Sealed {
        headers = Map.copyOf(headers);
    }

    /** The same request at the address that the sender called, when it is known that another one arrived. */
    public Sealed calledBy(Optional<String> publicUrl) {
        if (publicUrl.isEmpty()) {
            return this;
        }
        int query = uri.indexOf('?');
        return new Sealed(method, publicUrl.get() + (query < 0 ? "" : uri.substring(query)), headers, body);
    }

    @Nullable
    String header(String name) {
        return headers.get(name);
    }

    @Override
    public String toString() { // headers and queries hold secrets
        return "Sealed[" + method + "]";
    }
}
