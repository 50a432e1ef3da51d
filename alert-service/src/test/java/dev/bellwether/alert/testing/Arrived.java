package dev.bellwether.alert.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the other sides received, by what repeats are recognised by: how often each message arrived. */
public final class Arrived {

    private Arrived() {}

    /** Posts of the bot by key, in the order in which they came; edits are left out. */
    public static List<String> slack() {
        return Surroundings.slack().messages("").stream()
                .map(message -> message.path("metadata").path("event_payload").path("key"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .toList();
    }

    /** Mails by key and recipient. */
    public static Map<String, Integer> mails() {
        Map<String, Integer> arrived = new HashMap<>();
        Surroundings.mail().mails("").forEach(mail -> arrived.merge(id(mail) + " " + recipient(mail), 1, Integer::sum));
        return arrived;
    }

    /** Posts to the other program by their id. */
    public static Map<String, Integer> webhooks() {
        Map<String, Integer> arrived = new HashMap<>();
        AllChannels.webhook().received().forEach(post -> {
            @Nullable String id = post.headers().getFirst("webhook-id");
            arrived.merge(id == null ? "" : id, 1, Integer::sum);
        });
        return arrived;
    }

    /** The id of a post about a message. */
    public static String webhookId(String key) {
        return "msg_" + UUID.nameUUIDFromBytes((key + "\0webhook").getBytes(UTF_8));
    }

    private static String id(MimeMessage mail) {
        try {
            return mail.getMessageID().replace("<alert-", "").replace("@bellwether>", "");
        } catch (MessagingException e) {
            throw new IllegalStateException("a mail without an id", e);
        }
    }

    private static String recipient(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException("a mail without a recipient", e);
        }
    }
}
