package dev.bellwether.benchmarks.ingest;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Requests as they go over the wire, made before anything is measured and sent again and again.
 *
 * @param events in each request
 */
record Requests(List<byte[]> wire, int events) {

    static final String KEY = "bench-key";

    private static final String BASIC = Base64.getEncoder().encodeToString((KEY + ":").getBytes(US_ASCII));

    Requests {
        wire = List.copyOf(wire);
    }

    /** Batches of Segment calls. */
    static Requests batches(List<byte[]> calls, int size, boolean packed) {
        List<byte[]> wire = new ArrayList<>();
        for (int from = 0; from + size <= calls.size(); from += size) {
            byte[] body = batch(calls.subList(from, from + size));
            wire.add(request("/v1/batch", packed ? gzip(body) : body, packed ? "Content-Encoding: gzip\r\n" : ""));
        }
        return new Requests(wire, size);
    }

    /** A call a request, to this path. */
    static Requests singles(List<byte[]> calls, String path) {
        return new Requests(calls.stream().map(call -> request(path, call, "")).toList(), 1);
    }

    private static byte[] batch(List<byte[]> calls) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("{\"batch\":[".getBytes(US_ASCII));
        for (int i = 0; i < calls.size(); i++) {
            body.writeBytes(i == 0 ? new byte[0] : ",".getBytes(US_ASCII));
            body.writeBytes(calls.get(i));
        }
        body.writeBytes("]}".getBytes(US_ASCII));
        return body.toByteArray();
    }

    private static byte[] request(String path, byte[] body, String more) {
        String head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic " + BASIC
                + "\r\nContent-Type: application/json\r\n" + more + "Content-Length: " + body.length + "\r\n\r\n";
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head.getBytes(US_ASCII));
        request.writeBytes(body);
        return request.toByteArray();
    }

    private static byte[] gzip(byte[] body) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException("packing in memory", e);
        }
        return packed.toByteArray();
    }
}
