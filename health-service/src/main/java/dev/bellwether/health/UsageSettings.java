package dev.bellwether.health;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;
import java.util.Set;

/** Whose usage, and which, says nothing about a customer. */
@ConfigMapping(prefix = "bellwether.usage")
public interface UsageSettings {

    /** E-mail domains whose users are our own people and are left out of usage, comma separated. */
    Optional<Set<String>> internalDomains();

    /** Names of usage events that no figure of usage counts, comma separated. */
    Optional<Set<String>> ignore();
}
