package dev.bellwether.alert.slack;

import com.fasterxml.jackson.databind.JsonNode;

/** Where a message is in Slack, and when it was posted, which together name it. */
record Posted(String channel, String ts) {

    static Posted of(JsonNode answer) {
        return new Posted(answer.path("channel").asText(), answer.path("ts").asText());
    }

    static Posted read(String reference) {
        int colon = reference.indexOf(':');
        return colon < 0
                ? new Posted("", "")
                : new Posted(reference.substring(0, colon), reference.substring(colon + 1));
    }

    boolean exists() {
        return !channel.isEmpty() && !ts.isEmpty();
    }

    String reference() {
        return exists() ? channel + ":" + ts : "";
    }
}
