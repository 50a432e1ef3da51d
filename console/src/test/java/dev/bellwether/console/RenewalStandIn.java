package dev.bellwether.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Plays renewal-service: filters and pages a today list as its interface says, and notes what it is told. */
final class RenewalStandIn extends ServiceStandIn {

    /** Something it was told, and where. */
    record Told(URI address, JsonNode body) {}

    private final List<ObjectNode> lines = new CopyOnWriteArrayList<>();
    private final List<Told> told = new CopyOnWriteArrayList<>();
    private volatile Answer answer = Answer.ok(JSON.createObjectNode());

    RenewalStandIn(int port, String token) throws IOException {
        super(port, token);
    }

    /** Takes these lines in place of those it had, and whatever it is told. */
    void holds(ARenewal... others) {
        lines.clear();
        for (ARenewal renewal : others) {
            lines.add(renewal.line());
        }
        told.clear();
        answer = Answer.ok(JSON.createObjectNode());
        failsWith(0);
        forget();
    }

    /** Refuses whatever it is told. */
    void refuses(int status, String problem) throws IOException {
        answer = new Answer(status, JSON.readTree(problem));
    }

    /** What it was told, in order. */
    List<Told> told() {
        return List.copyOf(told);
    }

    @Override
    Answer answer(URI asked, JsonNode body) {
        if (asked.getPath().equals("/v1/today")) {
            return Answer.ok(list(query(asked)));
        }
        told.add(new Told(asked, body));
        return answer;
    }

    private ObjectNode list(Map<String, String> query) {
        int limit = Integer.parseInt(query.getOrDefault("limit", "50"));
        int from = Integer.parseInt(query.getOrDefault("cursor", "c0").substring(1));
        String owner = query.getOrDefault("owner", "");
        List<ObjectNode> matching = lines.stream()
                .filter(line -> owner.isEmpty() || line.path("owner").asText().equals(owner))
                .toList();
        int to = Math.min(matching.size(), from + limit);
        ObjectNode list = JSON.createObjectNode();
        list.putArray("items").addAll(matching.subList(from, to));
        list.put("nextCursor", to < matching.size() ? "c" + to : null);
        return list;
    }
}
