package dev.bellwether.benchmarks.ingest;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** A kept-alive connection that reads of an answer what it must: the status, the length, and where it ends. */
final class Connection implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;
    private static final int STATUS = "HTTP/1.1 ".length();

    private final Socket socket;
    private final OutputStream out;
    private final InputStream in;
    private final byte[] buffer = new byte[16_384];

    Connection(String host, int port) throws IOException {
        socket = new Socket(host, port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        out = socket.getOutputStream();
        in = socket.getInputStream();
    }

    /** Sends a request and returns the status of its answer. */
    int send(byte[] request) throws IOException {
        out.write(request);
        int length = 0;
        int end = -1;
        while (end < 0 || length < end) {
            int read = in.read(buffer, length, buffer.length - length);
            if (read < 0) {
                throw new EOFException("the connection was closed");
            }
            length += read;
            end = end < 0 ? end(length) : end;
        }
        return (buffer[STATUS] - '0') * 100 + (buffer[STATUS + 1] - '0') * 10 + buffer[STATUS + 2] - '0';
    }

    /** Where the answer ends, or -1 while its head is not there. */
    private int end(int length) {
        int content = 0;
        int line = 0;
        for (int i = 0; i + 1 < length; i++) {
            if (buffer[i] == '\r' && buffer[i + 1] == '\n') {
                if (i == line) {
                    return i + 2 + content;
                }
                content = isLength(line) ? number(line + "content-length:".length(), i) : content;
                line = i + 2;
            }
        }
        return -1;
    }

    private boolean isLength(int line) {
        String name = "content-length:";
        for (int i = 0; i < name.length(); i++) {
            if ((buffer[line + i] | 0x20) != (name.charAt(i) | 0x20)) {
                return false;
            }
        }
        return true;
    }

    private int number(int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = buffer[i] == ' ' ? number : number * 10 + buffer[i] - '0';
        }
        return number;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
