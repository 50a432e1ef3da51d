package dev.bellwether.alert.routing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.alert.policy.route.Route;
import dev.bellwether.alert.policy.route.Routing;

/** The usual routes as a document, to begin one's own with. */
final class UsualRouting {

    private UsualRouting() {}

    static JsonNode document() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ArrayNode routes = document.putArray("routes");
        Routing.USUAL.routes().forEach(route -> write(routes.addObject(), route));
        return document;
    }

    private static void write(ObjectNode json, Route route) {
        json.put("name", route.name());
        ObjectNode match = json.putObject("match");
        route.match()
                .severities()
                .forEach(severity -> match.withArray("severity").add(severity.json()));
        route.match().kinds().stream()
                .sorted()
                .forEach(kind -> match.withArray("kind").add(kind));
        json.put("timing", route.timing().label());
        route.acknowledgeWithin().ifPresent(within -> json.put("acknowledgeWithin", within.toString()));
    }
}
