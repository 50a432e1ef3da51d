package dev.bellwether.alert.intake;

import dev.bellwether.alert.AlertSettings;
import dev.bellwether.alert.delivery.Threads;
import dev.bellwether.contracts.Event;
import dev.bellwether.contracts.Fact;
import dev.bellwether.contracts.HealthEvent;
import dev.bellwether.contracts.RenewalDisputed;
import dev.bellwether.contracts.RenewalEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Whom an event is for: the account's owner or, of a disputed call, the manager; the fallback while there is none. */
@ApplicationScoped
class Addressing {

    private final String fallback;
    private final InstantSource clock;

    Addressing(AlertSettings settings, InstantSource clock) {
        this.fallback = settings.fallbackRecipient();
        this.clock = clock;
    }

    Threads.Letter letter(Event event) {
        String person = person(event);
        return new Threads.Letter(person == null ? fallback : person, event, clock.instant());
    }

    private static @Nullable String person(Event event) {
        return switch (event) {
            case HealthEvent e -> e.account().owner();
            case RenewalDisputed e -> e.manager();
            case RenewalEvent e -> e.account().owner();
            case Fact e -> throw new IllegalArgumentException("a fact is for nobody: " + e.id());
        };
    }
}
