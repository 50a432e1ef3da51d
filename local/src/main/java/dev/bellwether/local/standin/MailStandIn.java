package dev.bellwether.local.standin;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A real SMTP server that accepts every mail, delivers none, and shows them all. */
public final class MailStandIn implements AutoCloseable {

    private final GreenMail server;
    private final MessageDesk desk;
    private final MessageLog log;
    private @Nullable MovingMessage last;

    private MailStandIn(GreenMail server, MessageDesk desk, MessageLog log) {
        this.server = server;
        this.desk = desk;
        this.log = log;
    }

    /**
     * Starts it on the loopback address.
     *
     * @param smtpPort where mails are sent to; 0 for any free one
     * @param pagePort where they are shown; 0 for any free one
     * @param file keeps the mails
     */
    public static MailStandIn start(int smtpPort, int pagePort, Path file) throws IOException {
        MessageLog log = MessageLog.in(file);
        MessageDesk desk = MessageDesk.open(pagePort, log, MailPage::of);
        GreenMail server = new GreenMail(new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        MailStandIn standIn = new MailStandIn(server, desk, log);
        server.start();
        server.getUserManager().setMessageDeliveryHandler(standIn::keep);
        desk.start();
        return standIn;
    }

    /** Where its mails are shown, without a slash at the end. */
    public String url() {
        return "http://localhost:" + desk.port();
    }

    /** The port that speaks SMTP. */
    public int smtpPort() {
        return server.getSmtp().getPort();
    }

    @Override
    public void close() {
        server.stop();
        desk.stop();
    }

    /** Called once a recipient, before the sender is told that his mail was accepted. */
    private synchronized GreenMailUser keep(MovingMessage mail, MailAddress recipient)
            throws MessagingException, UserException {
        if (mail != last) {
            last = mail;
            try {
                // the log keeps them; what lies in the server's own mailboxes would only fill the memory
                server.purgeEmailFromAllMailboxes();
                log.add(Mail.json(mail.getMessage()));
            } catch (IOException | FolderException e) {
                throw new MessagingException("cannot keep the mail", e);
            }
        }
        GreenMailUser user = server.getUserManager().getUserByEmail(recipient.getEmail());
        return user != null
                ? user
                : server.getUserManager().createUser(recipient.getEmail(), recipient.getEmail(), recipient.getEmail());
    }
}
