package dev.bellwether.ingest.csv;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.bellwether.ingest.testing.Address;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Sends files as people's programs do, whole or cut. */
final class Sender {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Sender() {}

    static HttpResponse<String> send(String path, String key, byte[] file, String... headers) throws Exception {
        return CLIENT.send(request(path, key, file, headers), HttpResponse.BodyHandlers.ofString());
    }

    static HttpResponse<String> get(String path, String key) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(Address.of(path))
                        .header("Authorization", "Bearer " + key)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Announces the whole file, sends the first bytes of it, and hangs up. */
    static void sendAndHangUp(String path, String key, byte[] file, int bytes, String id) throws IOException {
        URI address = Address.of(path);
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + address.getRawPath() + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + key
                            + "\r\nIdempotency-Key: " + id + "\r\nContent-Length: " + file.length + "\r\n\r\n")
                    .getBytes(US_ASCII));
            out.write(file, 0, bytes);
            out.flush();
        }
    }

    /** Sends the file in two halves, the second after that time, and gives all of the answer. */
    static String sendSlowly(String path, String key, byte[] file, Duration between) throws IOException {
        URI address = Address.of(path);
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + address.getRawPath() + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + key
                            + "\r\nContent-Length: " + file.length + "\r\nConnection: close\r\n\r\n")
                    .getBytes(US_ASCII));
            out.write(file, 0, file.length / 2);
            out.flush();
            LockSupport.parkNanos(between.toNanos());
            out.write(file, file.length / 2, file.length - file.length / 2);
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), US_ASCII);
        }
    }

    private static HttpRequest request(String path, String key, byte[] file, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(Address.of(path))
                .header("Authorization", "Bearer " + key)
                .POST(HttpRequest.BodyPublishers.ofByteArray(file));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request.build();
    }
}
