package dev.bellwether.contracts;

import java.time.Instant;

/**
 * A CloudEvent 1.0 whose data is JSON: what surrounds an event on the wire.
 *
 * @param subject the account id
 * @param data the JSON document as UTF-8; handed on, never changed
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes go from socket to socket; a copy an event would be waste
public record Envelope(String id, String source, String type, String subject, Instant time, byte[] data) {

    public static final String SPEC_VERSION = "1.0";
    public static final String CONTENT_TYPE = "application/json";
}
