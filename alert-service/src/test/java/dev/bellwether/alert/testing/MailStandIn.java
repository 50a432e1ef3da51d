package dev.bellwether.alert.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** A real SMTP server that keeps what it receives, and that can be away for a while. */
public final class MailStandIn {

    private final ServerSetup setup;
    private final List<MimeMessage> earlier = new ArrayList<>();
    private GreenMail server;

    private MailStandIn(ServerSetup setup) {
        this.setup = setup;
        this.server = new GreenMail(setup);
    }

    public static MailStandIn start() {
        MailStandIn mail = new MailStandIn(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.server.start();
        return mail;
    }

    public int port() {
        return setup.getPort();
    }

    public void goAway() {
        earlier.addAll(List.of(server.getReceivedMessages()));
        server.stop();
    }

    public void comeBack() {
        server = new GreenMail(setup);
        server.start();
    }

    public void stop() {
        server.stop();
    }

    /** The mails whose subject mentions a text, in order. */
    public List<MimeMessage> mails(String mentioning) {
        List<MimeMessage> all = new ArrayList<>(earlier);
        all.addAll(List.of(server.getReceivedMessages()));
        return all.stream().filter(mail -> subject(mail).contains(mentioning)).toList();
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException("a mail without a readable subject", e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port for the mail server", e);
        }
    }
}
