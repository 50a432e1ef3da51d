package dev.bellwether.alert.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Stands before a mail server: lets everything through, unless it is to answer the next mail itself, or is closed. */
final class SmtpGate {

    /** Answers nothing at all. */
    static final String SILENCE = "";

    private final int behind;
    private final Deque<String> planned = new ConcurrentLinkedDeque<>();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private ServerSocket door;
    private Thread porter;

    private SmtpGate(int behind) throws IOException {
        this.behind = behind;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.porter = Thread.startVirtualThread(() -> admit(door));
    }

    static SmtpGate before(int port) {
        try {
            return new SmtpGate(port);
        } catch (IOException e) {
            throw new UncheckedIOException("no free port for the mail server", e);
        }
    }

    int port() {
        return door.getLocalPort();
    }

    /** The next mail is answered with this line and does not reach the server. */
    void answerNext(String reply) {
        planned.add(reply);
    }

    void close() {
        try {
            door.close();
            for (Socket connection : connections) {
                connection.close();
            }
            porter.join(); // the port is free only then
        } catch (IOException e) {
            throw new UncheckedIOException("the gate does not close", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void reopen() {
        try {
            ServerSocket again = new ServerSocket();
            again.setReuseAddress(true);
            again.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port()));
            door = again;
            porter = Thread.startVirtualThread(() -> admit(again));
        } catch (IOException e) {
            throw new UncheckedIOException("the gate does not open again", e);
        }
    }

    private void admit(ServerSocket open) {
        try {
            while (true) {
                Socket client = open.accept();
                Thread.startVirtualThread(() -> serve(client));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            connections.add(client);
            Thread.startVirtualThread(() -> answers(server, client));
            var lines = new BufferedReader(new InputStreamReader(client.getInputStream(), ISO_8859_1));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String reply = line.startsWith("MAIL FROM") ? planned.poll() : null;
                if (reply == null) {
                    write(server.getOutputStream(), line);
                } else if (!reply.equals(SILENCE)) {
                    write(client.getOutputStream(), reply);
                }
            }
        } catch (IOException e) {
            // one of the sides went away, as they do
        } finally {
            connections.remove(client);
        }
    }

    private static void answers(Socket server, Socket client) {
        try (client) {
            server.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException e) {
            // one of the sides went away, as they do
        }
    }

    private static void write(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(ISO_8859_1));
        out.flush();
    }
}
