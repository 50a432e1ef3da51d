package dev.bellwether.alert.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.slack.api.model.block.LayoutBlock;
import java.util.List;

/**
 * A message as Block Kit.
 *
 * @param text shown in notifications and by clients that know no blocks
 */
record SlackMessage(String text, List<LayoutBlock> blocks) {

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
}
