package dev.bellwether.ingest.cloudevents.wire;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a request carries its events. */
public enum Mode {
    /** Attributes in headers, data in the body. */
    BINARY,
    /** One event as a JSON object. */
    STRUCTURED,
    /** A JSON list of events. */
    BATCHED,
    /** Plain JSON: a list is a batch, an object is a structured event. */
    BY_BODY,
    /** A form that no event comes in here. */
    UNSUPPORTED;

    /**
     * @param contentType the header, or null
     * @param headers names in lower case
     */
    public static Mode of(@Nullable String contentType, Map<String, String> headers) {
        String whole = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
        int parameters = whole.indexOf(';');
        String type = (parameters < 0 ? whole : whole.substring(0, parameters)).strip();
        if (parameters >= 0 && hasOtherCharset(whole.substring(parameters))) {
            return UNSUPPORTED;
        }
        if (type.startsWith("application/cloudevents-batch")) {
            return type.equals("application/cloudevents-batch+json") ? BATCHED : UNSUPPORTED;
        }
        if (type.startsWith("application/cloudevents")) {
            return type.equals("application/cloudevents+json") || type.equals("application/cloudevents")
                    ? STRUCTURED
                    : UNSUPPORTED;
        }
        if (headers.keySet().stream().anyMatch(name -> name.startsWith("ce-"))) {
            return BINARY;
        }
        return type.equals("application/json") ? BY_BODY : UNSUPPORTED;
    }

    private static boolean hasOtherCharset(String parameters) {
        int at = parameters.indexOf("charset=");
        if (at < 0) {
            return false;
        }
        String charset =
                parameters.substring(at + "charset=".length()).replace("\"", "").strip();
        return !charset.startsWith("utf-8") && !charset.startsWith("utf8") && !charset.startsWith("us-ascii");
    }
}
