package dev.bellwether.alert.routing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.bellwether.alert.document.Fault;
import dev.bellwether.alert.document.Faulty;
import dev.bellwether.alert.document.Forms;
import dev.bellwether.alert.document.Lint;
import dev.bellwether.alert.policy.Labels;
import dev.bellwether.alert.policy.route.Match;
import dev.bellwether.alert.policy.route.Route;
import dev.bellwether.alert.policy.route.Routing;
import dev.bellwether.alert.policy.route.Timing;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The routes as they were written, in JSON or YAML. */
public record RoutingDocument(JsonNode json) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new YAMLMapper();

    /** A document that was kept. */
    public static RoutingDocument kept(String json) {
        try {
            return new RoutingDocument(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the kept routing is not read any more", e);
        }
    }

    /**
     * A document that somebody sends; JSON is YAML, too.
     *
     * @throws Faulty when it is neither
     */
    public static RoutingDocument sent(String text) {
        try {
            return new RoutingDocument(YAML.readTree(text));
        } catch (JsonProcessingException e) {
            var where = e.getLocation();
            String place = where == null ? "" : " at line " + where.getLineNr() + ", column " + where.getColumnNr();
            throw new Faulty(List.of(new Fault("", "is neither JSON nor YAML" + place)));
        }
    }

    /**
     * The routes.
     *
     * @throws Faulty when the document has faults
     */
    public Routing routing() {
        return Lint.read(json, lint -> {
            List<Route> routes = lint.objects("routes", RoutingDocument::route);
            Set<String> names = new HashSet<>();
            for (int i = 0; i < routes.size(); i++) {
                if (!names.add(routes.get(i).name())) {
                    lint.fault(
                            "routes", "has two routes named '" + routes.get(i).name() + "'");
                }
            }
            return new Routing(routes);
        });
    }

    private static Route route(Lint lint) {
        return new Route(
                lint.required("name", Function.identity(), "a text", ""),
                lint.object("match", RoutingDocument::match).orElse(Match.EVERYTHING),
                lint.parsed("timing", RoutingDocument::timing, "one of at-once, work-hours, digest")
                        .orElse(Timing.WORK_HOURS),
                lint.parsed("to", RoutingDocument::to, "owner or an e-mail address")
                        .flatMap(Function.identity()),
                lint.several("channels", Forms::channel, Forms.A_CHANNEL),
                lint.text("slackChannel"),
                lint.parsed("acknowledgeWithin", Forms::duration, Forms.A_DURATION));
    }

    private static Match match(Lint lint) {
        return new Match(
                lint.several("severity", Forms::severity, Forms.A_SEVERITY),
                lint.several("kind", Forms::kind, Forms.A_KIND),
                lint.several("segment", Function.identity(), "a text"),
                lint.several("account", Function.identity(), "a text"));
    }

    private static Timing timing(String text) {
        return Labels.find(Timing.values(), text).orElseThrow(() -> new IllegalArgumentException(text));
    }

    private static Optional<String> to(String text) {
        return text.equals("owner") ? Optional.empty() : Optional.of(Forms.email(text));
    }
}
