package dev.bellwether.ingest.segment;

import dev.bellwether.ingest.source.Authorization;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
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

    static Headers of(HttpServerRequest request) {
        Authorization presented = Authorization.read(request.getHeader(HttpHeaders.AUTHORIZATION));
        return new Headers(
                presented == null ? null : presented.basicKey(),
                request.getHeader(HttpHeaders.CONTENT_ENCODING),
                request.getHeader(HttpHeaders.ORIGIN));
    }

    @Override
    public String toString() {
        return "Headers[hidden]";
    }
}
