package dev.bellwether.local.home;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** Whether a port is taken, and by which process as far as this user may see it. */
public final class PortHolder {

    private static final Path PROC = Path.of("/proc");

    private PortHolder() {}

    /** Whether somebody listens on the port of any address of this machine. */
    public static boolean taken(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /** The process that listens on the port; empty when it cannot be told. */
    public static OptionalLong pid(int port) {
        List<String> sockets = listening(port);
        if (sockets.isEmpty()) {
            return OptionalLong.empty();
        }
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                if (holdsAny(process, sockets)) {
                    return OptionalLong.of(Long.parseLong(process.getFileName().toString()));
                }
            }
        } catch (IOException e) {
            // the list of processes cannot be read here: nothing to tell
        }
        return OptionalLong.empty();
    }

    private static List<String> listening(int port) {
        String ending = String.format(Locale.ROOT, ":%04X", port);
        List<String> sockets = new ArrayList<>();
        for (String table : List.of("tcp", "tcp6")) {
            try {
                for (String line : Files.readAllLines(PROC.resolve("net").resolve(table))) {
                    String[] columns = line.strip().split("\\s+");
                    // column 1 is the local address, 3 the state (0A: listening), 9 the number of the socket
                    if (columns.length > 9 && columns[1].endsWith(ending) && columns[3].equals("0A")) {
                        sockets.add("socket:[" + columns[9] + "]");
                    }
                }
            } catch (IOException e) {
                // not Linux, or no such protocol: nothing to tell
            }
        }
        return sockets;
    }

    private static boolean holdsAny(Path process, List<String> sockets) {
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path descriptor : descriptors) {
                if (sockets.contains(Files.readSymbolicLink(descriptor).toString())) {
                    return true;
                }
            }
        } catch (IOException e) {
            // another user's process, or one that just ended
        }
        return false;
    }
}
