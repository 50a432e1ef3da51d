package dev.bellwether.local.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A mail as the stand-in keeps it: addresses, subject, headers, and its text and HTML versions. */
final class Mail {

    private Mail() {}

    static ObjectNode json(MimeMessage message) throws MessagingException, IOException {
        ObjectNode mail = MessageLog.JSON.createObjectNode();
        mail.put("from", addresses(message.getFrom()));
        mail.put("to", addresses(message.getAllRecipients()));
        mail.put("subject", message.getSubject() == null ? "" : message.getSubject());
        mail.put("text", body(message, "text/plain"));
        mail.put("html", body(message, "text/html"));
        ObjectNode headers = mail.putObject("headers");
        for (Header header : Collections.list(message.getAllHeaders())) {
            headers.put(header.getName(), header.getValue());
        }
        return mail;
    }

    private static String addresses(Address @Nullable [] addresses) {
        List<String> texts = new ArrayList<>();
        for (Address address : addresses == null ? new Address[0] : addresses) {
            texts.add(address instanceof InternetAddress mail ? mail.getAddress() : address.toString());
        }
        return String.join(", ", texts);
    }

    /** The first part of this kind, however deep it lies; empty when there is none. */
    private static String body(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return String.valueOf(part.getContent());
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                String found = body(inner, type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }
}
