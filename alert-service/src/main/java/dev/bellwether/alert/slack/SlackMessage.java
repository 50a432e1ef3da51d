package dev.bellwether.alert.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.LayoutBlock;
import dev.bellwether.alert.delivery.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A message as Block Kit.
 *
 * @param text shown in notifications and by clients that know no blocks
 */
record SlackMessage(String text, List<LayoutBlock> blocks) {

    private static final Pattern MEMBER = Pattern.compile("[UW][A-Z0-9]{1,20}");
    private static final int WHOM_LIMIT = 150;
    private static final int BECAUSE_LIMIT = 200;

    // Slack's own classes are made for this library
    private static final Gson GSON = new GsonBuilder()
            .setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES)
            .disableHtmlEscaping()
            .create();

    private static final ObjectMapper JSON = new ObjectMapper();

    SlackMessage {
        blocks = List.copyOf(blocks);
    }

    /** What is posted; where to is for the caller to add. */
    ObjectNode json() {
        try {
            ObjectNode json = JSON.createObjectNode();
            json.put("text", text);
            json.put("unfurl_links", false).put("unfurl_media", false);
            json.set("blocks", JSON.readTree(GSON.toJson(blocks)));
            return json;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("blocks that are no JSON", e);
        }
    }

    /** The same, with whom it is for where all read it in one place. */
    SlackMessage addressedBy(Message message) {
        if (message.recipient().place().isEmpty()) {
            return this;
        }
        String whom = message.recipient()
                .slackId()
                .filter(id -> MEMBER.matcher(id).matches())
                .map(id -> "<@" + id + ">")
                .orElseGet(() -> SlackText.escaped(message.recipient().email(), WHOM_LIMIT));
        // an edit shows anew what was told: the reason for the edit is not the reason for the message
        String because =
                message.content().silent() ? "" : ", because " + SlackText.escaped(message.because(), BECAUSE_LIMIT);
        String line = "For " + whom + because + ".";
        List<LayoutBlock> all = new ArrayList<>(blocks);
        all.add(
                Math.min(1, all.size()),
                ContextBlock.builder()
                        .elements(List.of(Elements.markupText(line)))
                        .build());
        return new SlackMessage(text, all);
    }
}
