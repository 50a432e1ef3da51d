package dev.bellwether.system.running;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What a stand-in for Slack or a mail server received. */
public record StandIn(String url) {

    /** The messages that say this somewhere, in order of arrival. */
    public List<JsonNode> messagesWith(String words) {
        JsonNode all = Wire.send(Wire.to(url + "/messages?since=0")).body();
        List<JsonNode> found = new ArrayList<>();
        all.forEach(message -> {
            if (message.toString().contains(words)) {
                found.add(message);
            }
        });
        return found;
    }
}
