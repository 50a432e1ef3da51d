package dev.bellwether.alert.policy.route;

import dev.bellwether.contracts.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The routes in their order: the first that matches is taken; what matches none is told to the owner in work hours. */
public record Routing(List<Route> routes) {

    private static final Route REST = route("everything else", Match.EVERYTHING, Timing.WORK_HOURS, null);

    /** What holds until somebody says otherwise. */
    public static final Routing USUAL = new Routing(List.of(
            route(
                    "good news",
                    new Match(Set.of(), Set.of("EXPANSION_READY", "ADVOCATE"), Set.of(), Set.of()),
                    Timing.DIGEST,
                    null),
            route("critical", severity(Severity.CRITICAL), Timing.AT_ONCE, Duration.ofHours(1)),
            route("high", severity(Severity.HIGH), Timing.WORK_HOURS, Duration.ofHours(4))));

    public Routing {
        routes = List.copyOf(routes);
    }

    /** The route that is taken. */
    public Route of(Traits traits) {
        return routes.stream()
                .filter(route -> route.match().unlike(traits).isEmpty())
                .findFirst()
                .orElse(REST);
    }

    private static Match severity(Severity severity) {
        return new Match(Set.of(severity), Set.of(), Set.of(), Set.of());
    }

    private static Route route(String name, Match match, Timing timing, @Nullable Duration acknowledge) {
        return new Route(
                name, match, timing, Optional.empty(), Set.of(), Optional.empty(), Optional.ofNullable(acknowledge));
    }
}
