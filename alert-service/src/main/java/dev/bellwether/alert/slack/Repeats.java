package dev.bellwether.alert.slack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.alert.AlertSettings;
import dev.bellwether.alert.delivery.Outcome;
import dev.bellwether.alert.slack.SlackApi.Reply;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Looks in Slack for a message whose answer got lost: what stands there is not posted again. */
@ApplicationScoped
class Repeats {

    private static final String MOST = "200";
    private static final int MOST_PAGES = 5;

    /** Slack's clock and ours are hardly further apart. */
    private static final Duration APART = Duration.ofMinutes(1);

    /** The app was not granted to read there. */
    private static final Set<String> NOT_GRANTED =
            Set.of("missing_scope", "no_permission", "access_denied", "not_in_channel", "channel_not_found");

    private static final Logger LOG = Logger.getLogger(Repeats.class);

    private final SlackApi api;
    private final Duration timeout;
    private final Set<String> hidden = ConcurrentHashMap.newKeySet();

    Repeats(SlackApi api, AlertSettings settings) {
        this.api = api;
        this.timeout = settings.slack().timeout();
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
     * @param since when it may have been posted at the earliest
     */
    Uni<Look> look(String channel, String thread, String key, Instant since) {
        Map<String, String> asked = new HashMap<>();
        asked.put("channel", channel);
        asked.put("include_all_metadata", "true");
        asked.put("limit", MOST);
        asked.put("oldest", String.valueOf(since.minus(APART).getEpochSecond()));
        if (!thread.isEmpty()) {
            asked.put("ts", thread);
        }
        return page(asked, key, 1)
                .ifNoItem()
                .after(timeout)
                .recoverWithItem(new Look.Later(new Outcome.Postponed("no answer in time", Duration.ZERO)));
    }

    private Uni<Look> page(Map<String, String> asked, String key, int number) {
        return api.ask(asked.containsKey("ts") ? "conversations.replies" : "conversations.history", asked)
                .chain(reply -> switch (reply) {
                    case Reply.Done done -> onward(asked, key, number, done.answer());
                    case Reply.Failed failed
                    when NOT_GRANTED.contains(failed.error()) || failed.outcome() instanceof Outcome.Refused ->
                        Uni.createFrom().item(hidden(asked, failed.error()));
                    case Reply.Failed failed -> Uni.createFrom().item(new Look.Later(failed.outcome()));
                });
    }

    /** Of each place it is said once. */
    private Look hidden(Map<String, String> asked, String error) {
        String channel = String.valueOf(asked.get("channel"));
        if (hidden.add(channel)) {
            LOG.warnf(
                    "the bot may not look for repeats, so that what got no answer may stand there twice; invite it: channel=%s error=%s",
                    channel, error);
        }
        return new Look.Hidden();
    }

    /** Where it is not on this page it may be on the next; after some nobody can say. */
    private Uni<Look> onward(Map<String, String> asked, String key, int number, JsonNode answer) {
        Look look = among(answer.path("messages"), String.valueOf(asked.get("channel")), key);
        String next = answer.path("response_metadata").path("next_cursor").asText();
        if (look instanceof Look.Found || next.isEmpty()) {
            return Uni.createFrom().item(look);
        }
        if (number == MOST_PAGES) {
            return Uni.createFrom().item(new Look.Hidden());
        }
        Map<String, String> further = new HashMap<>(asked);
        further.put("cursor", next);
        return page(further, key, number + 1);
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
