package dev.bellwether.system.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Free ports for everything that listens, as the environment variables that the command line reads. */
final class FreePorts {

    private static final List<String> LISTENERS = List.of(
            "CONSOLE",
            "INGEST",
            "HEALTH",
            "ALERT",
            "RENEWAL",
            "POSTGRES",
            "KAFKA",
            "SLACK_STAND_IN",
            "MAIL_STAND_IN",
            "SMTP");

    private FreePorts() {}

    static Map<String, String> variables() {
        Map<String, String> variables = new TreeMap<>();
        List<ServerSocket> held = new ArrayList<>();
        try {
            // held together, so that none is given twice
            for (String listener : LISTENERS) {
                ServerSocket socket = new ServerSocket(0);
                held.add(socket);
                variables.put("BELLWETHER_PORT_" + listener, String.valueOf(socket.getLocalPort()));
            }
            for (ServerSocket socket : held) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("no free ports", e);
        }
        return variables;
    }
}
