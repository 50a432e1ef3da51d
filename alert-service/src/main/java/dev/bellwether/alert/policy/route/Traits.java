package dev.bellwether.alert.policy.route;

import dev.bellwether.contracts.Severity;
import java.util.Optional;

/** What routes and silences look at. */
public record Traits(String account, Optional<String> segment, String kind, Severity severity) {}
