package dev.bellwether.alert.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.stream.Stream;

/** A real SMTP server that asks for a password and keeps what it receives, and that can be away or in a bad mood. */
public final class MailStandIn {

    public static final String USER = "bellwether";
    public static final String PASSWORD = "mail-SECRET";

    private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private final SmtpGate gate;

    private MailStandIn() {
        server.start();
        server.setUser(USER, PASSWORD);
        gate = SmtpGate.before(server.getSmtp().getPort());
    }

    public static MailStandIn start() {
        return new MailStandIn();
    }

    public int port() {
        return gate.port();
    }

    public void goAway() {
        gate.close();
    }

    public void comeBack() {
        gate.reopen();
    }

    /** Asks every connection for that password from now on. */
    public void changePassword(String password) {
        server.setUser(USER, password);
        goAway();
        comeBack();
    }

    /** The next mail is answered with this line and not taken. */
    public void answerNext(String reply) {
        gate.answerNext(reply);
    }

    /** The next mail is not answered at all. */
    public void ignoreNext() {
        gate.answerNext(SmtpGate.SILENCE);
    }

    public void stop() {
        gate.close();
        server.stop();
    }

    /** The mails whose subject mentions a text, in order. */
    public List<MimeMessage> mails(String mentioning) {
        return Stream.of(server.getReceivedMessages())
                .filter(mail -> subject(mail).contains(mentioning))
                .toList();
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException("a mail without a readable subject", e);
        }
    }
}
