package dev.bellwether.system.running;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A service's lists, as the holder of a token sees them. */
public record Listing(String url, String token) {

    /** Every item of a list, page after page. */
    public List<JsonNode> all(String path) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        do {
            Wire.Answer answer = Wire.send(Wire.to(url + path + (path.contains("?") ? "&" : "?") + "limit=200" + cursor)
                    .header("Authorization", "Bearer " + token));
            if (answer.status() != 200) {
                throw new AssertionError(path + " answers " + answer.status() + ": " + answer.body());
            }
            answer.body().path("items").forEach(items::add);
            cursor = answer.body().path("nextCursor").asText("");
            cursor = cursor.isEmpty() || cursor.equals("null") ? "" : "&cursor=" + cursor;
        } while (!cursor.isEmpty());
        return items;
    }

    @Override
    public String toString() {
        return "Listing[" + url + "]";
    }
}
