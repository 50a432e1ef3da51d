package dev.bellwether.alert.policy.telling;

import dev.bellwether.alert.policy.Silence;
import dev.bellwether.alert.policy.people.People;
import dev.bellwether.alert.policy.route.Routing;
import java.util.List;

/** All that people have said about how they want to be told. */
public record Circumstances(People people, Routing routing, List<Silence> silences, Rhythm rhythm) {

    public Circumstances {
        silences = List.copyOf(silences);
    }
}
