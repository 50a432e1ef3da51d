package dev.bellwether.benchmarks.machine;

import dev.bellwether.local.home.Port;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A port that nobody listens on for each listener of a local run. */
final class FreePorts {

    private FreePorts() {}

    static Map<Port, Integer> all() throws IOException {
        Map<Port, Integer> numbers = new EnumMap<>(Port.class);
        List<ServerSocket> held = new ArrayList<>();
        // held together, so that none is given twice
        for (Port port : Port.values()) {
            ServerSocket socket = new ServerSocket(0);
            held.add(socket);
            numbers.put(port, socket.getLocalPort());
        }
        for (ServerSocket socket : held) {
            socket.close();
        }
        return numbers;
    }
}
