package dev.bellwether.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Plays health-service: filters, sorts and pages a list of accounts as its interface says. */
public final class HealthStandIn extends ServiceStandIn {

    private static final String PATH = "/v1/accounts";

    private final List<ObjectNode> accounts = new CopyOnWriteArrayList<>();

    HealthStandIn(int port, String token) throws IOException {
        super(port, token);
    }

    /** Takes these accounts in place of those it had. */
    public void holds(List<ObjectNode> others) {
        accounts.clear();
        accounts.addAll(others);
        forget();
    }

    @Override
    Answer answer(URI asked, JsonNode body) {
        return asked.getPath().equals(PATH)
                ? Answer.ok(list(query(asked)))
                : one(decoded(asked.getRawPath().substring(PATH.length() + 1)));
    }

    private Answer one(String id) {
        return accounts.stream()
                .filter(account -> account.path("id").asText().equals(id))
                .findFirst()
                .map(account -> Answer.ok(SampleAccounts.file(account)))
                .orElseGet(() -> new Answer(404, JSON.createObjectNode().put("type", "not-found")));
    }

    private ObjectNode list(Map<String, String> query) {
        int limit = Integer.parseInt(query.getOrDefault("limit", "50"));
        int from = Integer.parseInt(query.getOrDefault("cursor", "c0").substring(1));
        List<ObjectNode> matching = matching(query).toList();
        int to = Math.min(matching.size(), from + limit);
        ObjectNode list = JSON.createObjectNode();
        list.putArray("items").addAll(matching.subList(from, to));
        list.put("nextCursor", to < matching.size() ? "c" + to : null);
        return list;
    }

    private Stream<ObjectNode> matching(Map<String, String> query) {
        String search = query.getOrDefault("q", "").toLowerCase(Locale.ROOT);
        String flag = query.getOrDefault("flag", "");
        return accounts.stream()
                .filter(account -> isWanted(query.get("band"), account.path("band")))
                .filter(account -> isWanted(query.get("owner"), account.path("owner")))
                .filter(account ->
                        account.path("name").asText().toLowerCase(Locale.ROOT).contains(search))
                .filter(account -> flag.isEmpty()
                        || account.path("flags").findValuesAsText("kind").contains(flag))
                .sorted(SampleAccounts.order(query.getOrDefault("sort", "score")));
    }

    private static boolean isWanted(@Nullable String wanted, JsonNode value) {
        return wanted == null || value.asText().equals(wanted);
    }
}
