package dev.bellwether.alert.intake;

import dev.bellwether.alert.AlertSettings;
import dev.bellwether.alert.delivery.Threads;
import dev.bellwether.contracts.AccountSnapshot;
import dev.bellwether.contracts.Event;
import dev.bellwether.contracts.Fact;
import dev.bellwether.contracts.HealthEvent;
import dev.bellwether.contracts.RenewalEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/** Whom an event is for: the account's owner, or the fallback while it has none. */
@ApplicationScoped
class Addressing {

    private final String fallback;
    private final InstantSource clock;

    Addressing(AlertSettings settings, InstantSource clock) {
        this.fallback = settings.fallbackRecipient();
        this.clock = clock;
    }

    Threads.Letter letter(Event event) {
        String owner = account(event).owner();
        return new Threads.Letter(owner == null ? fallback : owner, event, clock.instant());
    }

    private static AccountSnapshot account(Event event) {
        return switch (event) {
            case HealthEvent e -> e.account();
            case RenewalEvent e -> e.account();
            case Fact e -> throw new IllegalArgumentException("a fact is for nobody: " + e.id());
        };
    }
}
