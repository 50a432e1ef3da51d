package dev.bellwether.alert.pagerduty;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.alert.delivery.Message;
import dev.bellwether.alert.message.AlertMessage;
import dev.bellwether.alert.message.Content;
import dev.bellwether.alert.message.Digest;
import dev.bellwether.alert.message.FollowUp;
import dev.bellwether.alert.message.Resolved;
import dev.bellwether.alert.message.Summary;
import dev.bellwether.alert.message.SummaryUpdate;
import dev.bellwether.alert.message.Trouble;
import dev.bellwether.alert.message.Update;
import dev.bellwether.alert.wording.Said;
import dev.bellwether.alert.wording.Tone;
import dev.bellwether.alert.wording.Words;
import java.net.URI;

/** A message as an event of PagerDuty's Events API v2. */
final class Incident {

    private static final int SUMMARY_LIMIT = 1_024;

    private Incident() {}

    /** All but the routing key. */
    static ObjectNode of(Message message, URI console) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        String action = action(message.content());
        event.put("event_action", action);
        event.put("dedup_key", "bellwether-" + message.thread());
        if (action.equals("trigger")) {
            Said said = Words.of(message.content(), console);
            event.putObject("payload")
                    .put("summary", cut(said.headline()))
                    .put("source", "bellwether")
                    .put("severity", severity(message.content(), said.tone()));
            event.put("client", "Bellwether").put("client_url", said.link().toString());
        }
        return event;
    }

    private static String action(Content content) {
        return switch (content) {
            case Resolved resolved -> "resolve";
            case Trouble trouble -> trouble.over() ? "resolve" : "trigger";
            case Update update -> "acknowledge";
            case SummaryUpdate update -> "acknowledge";
            case AlertMessage alert -> "trigger";
            case FollowUp followUp -> "trigger";
            case Summary summary -> "trigger";
            case Digest digest -> "trigger";
        };
    }

    private static String severity(Content content, Tone tone) {
        return content instanceof Trouble ? "error" : severity(tone);
    }

    private static String severity(Tone tone) {
        return switch (tone) {
            case GOOD, CALM -> "info";
            case CONCERNED -> "warning";
            case ALARMED -> "critical";
        };
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= SUMMARY_LIMIT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SUMMARY_LIMIT - 1)) + "…";
    }
}
