package dev.bellwether.system.running;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the health service tells the holder of a token about accounts. */
public record Portfolio(String url, String token) {

    /** An account as of today; empty while it is not known. */
    public Optional<JsonNode> account(String id) {
        return get("/v1/accounts/" + id);
    }

    /** An account as of the end of a day; empty when it was not known then. */
    public Optional<JsonNode> account(String id, LocalDate day) {
        return get("/v1/accounts/" + id + "?asOf=" + day);
    }

    /** The kinds of the account's open flags. */
    public List<String> flags(String id) {
        List<String> kinds = new ArrayList<>();
        account(id)
                .ifPresent(account -> account.path("flags")
                        .forEach(flag -> kinds.add(flag.path("kind").asText())));
        return kinds;
    }

    private Optional<JsonNode> get(String path) {
        Wire.Answer answer = Wire.send(Wire.to(url + path).header("Authorization", "Bearer " + token));
        return switch (answer.status()) {
            case 200 -> Optional.of(answer.body());
            case 404 -> Optional.empty();
            default -> throw new AssertionError(path + " answers " + answer.status() + ": " + answer.body());
        };
    }

    @Override
    public String toString() {
        return "Portfolio[" + url + "]";
    }
}
