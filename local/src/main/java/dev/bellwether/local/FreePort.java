package dev.bellwether.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A TCP port of the loopback address that nobody listens on at the moment of asking. */
final class FreePort {

    private FreePort() {}

    static int orElseFree(int wanted) {
        return wanted == 0 ? find() : wanted;
    }

    /** One that is not this one, which is free as well and so could be found. */
    static int otherThan(int taken) {
        int found = find();
        while (found == taken) {
            found = find();
        }
        return found;
    }

    static int find() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free TCP port on the loopback address", e);
        }
    }
}
