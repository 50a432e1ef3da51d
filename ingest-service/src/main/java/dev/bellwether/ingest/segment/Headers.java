package dev.bellwether.ingest.segment;

import dev.bellwether.ingest.source.Authorization;
import jakarta.ws.rs.core.HttpHeaders;
import org.jspecify.annotations.Nullable;

/**
 * What the headers of a request say.
 *
 * @param writeKey of Basic authentication; null without it
 * @param encoding of the body
 * @param origin the web page whose browser sends
 */
record Headers(
        @Nullable String writeKey,
        @Nullable String encoding,
        @Nullable String origin) {

    static Headers of(HttpHeaders headers) {
        Authorization presented = Authorization.read(headers.getHeaderString(HttpHeaders.AUTHORIZATION));
        return new Headers(
                presented == null ? null : presented.basicKey(),
                headers.getHeaderString(HttpHeaders.CONTENT_ENCODING),
                headers.getHeaderString("Origin"));
    }

    @Override
    public String toString() {
        return "Headers[hidden]";
    }
}
