package dev.bellwether.alert.slack;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.bellwether.alert.delivery.Outcome;
import dev.bellwether.alert.message.Recipient;
import dev.bellwether.alert.slack.SlackApi.Reply;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Who is who in Slack: where to write to a person, and whose click it was. Remembered once known. */
@ApplicationScoped
class People {

    private static final int MOST = 10_000;

    /** Slack knows nobody of that address or id to whom it could be written. */
    private static final Set<String> STRANGERS =
            Set.of("users_not_found", "user_not_found", "user_disabled", "cannot_dm_bot");

    private final SlackApi api;
    private final Map<String, String> conversations = new ConcurrentHashMap<>();
    private final Map<String, String> addresses = new ConcurrentHashMap<>();

    People(SlackApi api) {
        this.api = api;
    }

    /** The id of a conversation, as {@code channel} of the reply. */
    static Reply conversation(String id) {
        return new Reply.Done(JsonNodeFactory.instance.objectNode().put("channel", id));
    }

    /** The direct conversation with a person, by their member id or else by their e-mail address. */
    Uni<Reply> conversation(Recipient person) {
        String key = person.slackId().orElseGet(() -> person.email().toLowerCase(Locale.ROOT));
        @Nullable String known = conversations.get(key);
        if (known != null) {
            return Uni.createFrom().item(conversation(known));
        }
        return person.slackId().isPresent()
                ? open(key, person.slackId().get())
                : api.ask("users.lookupByEmail", Map.of("email", person.email()))
                        .chain(found -> open(key, found));
    }

    private Uni<Reply> open(String key, Reply found) {
        return switch (found) {
            case Reply.Failed failed -> Uni.createFrom().item(unknown(failed));
            case Reply.Done done ->
                open(key, done.answer().path("user").path("id").asText());
        };
    }

    private Uni<Reply> open(String key, String user) {
        return api.call(
                        "conversations.open",
                        JsonNodeFactory.instance.objectNode().put("users", user))
                .map(opened -> switch (opened) {
                    case Reply.Failed failed -> unknown(failed);
                    case Reply.Done done ->
                        conversation(remembered(
                                conversations,
                                key,
                                done.answer().path("channel").path("id").asText()));
                });
    }

    private static Reply.Failed unknown(Reply.Failed failed) {
        return STRANGERS.contains(failed.error())
                ? new Reply.Failed(failed.error(), new Outcome.Stranger(failed.error()))
                : failed;
    }

    private static String remembered(Map<String, String> memory, String key, String value) {
        if (!value.isEmpty() && memory.size() < MOST) {
            memory.put(key, value);
        }
        return value;
    }

    /** The e-mail address of a user; without one, or a right to know it, the name that Slack gave. */
    Uni<String> address(String userId, String name) {
        @Nullable String known = addresses.get(userId);
        String unknown = name + " (Slack)";
        if (known != null || !api.hasToken()) {
            return Uni.createFrom().item(known == null ? unknown : known);
        }
        return api.ask("users.info", Map.of("user", userId))
                .map(reply -> switch (reply) {
                    case Reply.Failed failed -> "";
                    case Reply.Done done ->
                        done.answer().path("user").path("profile").path("email").asText();
                })
                .onFailure()
                .recoverWithItem("")
                .map(email -> email.isEmpty() ? unknown : remembered(addresses, userId, email));
    }
}
