package dev.bellwether.alert.slack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.alert.delivery.Outcome;
import dev.bellwether.alert.slack.SlackApi.Reply;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Looks in Slack for a message whose answer got lost: what stands there is not posted again. */
@ApplicationScoped
class Repeats {

    private static final String MOST = "200";

    /** The app was not granted to read there. */
    private static final Set<String> NOT_GRANTED =
            Set.of("missing_scope", "no_permission", "access_denied", "not_in_channel", "channel_not_found");

    private final SlackApi api;

    Repeats(SlackApi api) {
        this.api = api;
    }

    /** What a look says. */
    sealed interface Look {

        /** It stands there. */
        record Found(Posted posted) implements Look {}

        /** It does not. */
        record Absent() implements Look {}

        /** The app may not look. */
        record Hidden() implements Look {}

        /** Slack does not say now. */
        record Later(Outcome outcome) implements Look {}
    }

    /**
     * Looks for a message by its key.
     *
     * @param thread of the answers among which it would be; empty when it is no answer
     */
    Uni<Look> look(String channel, String thread, String key) {
        Map<String, String> asked = new HashMap<>();
        asked.put("channel", channel);
        asked.put("include_all_metadata", "true");
        asked.put("limit", MOST);
        if (!thread.isEmpty()) {
            asked.put("ts", thread);
        }
        return api.ask(thread.isEmpty() ? "conversations.history" : "conversations.replies", asked)
                .map(reply -> switch (reply) {
                    case Reply.Done done -> among(done.answer().path("messages"), channel, key);
                    case Reply.Failed failed
                    when NOT_GRANTED.contains(failed.error()) || failed.outcome() instanceof Outcome.Refused ->
                        new Look.Hidden();
                    case Reply.Failed failed -> new Look.Later(failed.outcome());
                });
    }

    private static Look among(JsonNode messages, String channel, String key) {
        return messages.valueStream()
                .filter(message -> message.path("metadata")
                        .path("event_payload")
                        .path("key")
                        .asText()
                        .equals(key))
                .findFirst()
                .<Look>map(message ->
                        new Look.Found(new Posted(channel, message.path("ts").asText())))
                .orElseGet(Look.Absent::new);
    }
}
