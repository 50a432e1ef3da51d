package dev.bellwether.alert.intake;

import dev.bellwether.alert.AlertSettings;
import dev.bellwether.alert.book.Letter;
import dev.bellwether.alert.delivery.Couriers;
import dev.bellwether.alert.message.Recipient;
import dev.bellwether.alert.policy.Channel;
import dev.bellwether.contracts.AccountSnapshot;
import dev.bellwether.contracts.Event;
import dev.bellwether.contracts.Fact;
import dev.bellwether.contracts.HealthEvent;
import dev.bellwether.contracts.RenewalEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;

/** Whom an event is for: the account's owner, or the fallback while it has none. */
@ApplicationScoped
class Addressing {

    private final String fallback;
    private final Couriers couriers;
    private final InstantSource clock;

    Addressing(AlertSettings settings, Couriers couriers, InstantSource clock) {
        this.fallback = settings.fallbackRecipient();
        this.couriers = couriers;
        this.clock = clock;
    }

    Letter letter(Event event) {
        String owner = account(event).owner();
        Recipient person = Recipient.person(owner == null ? fallback : owner);
        Map<Channel, Recipient> recipients = new EnumMap<>(Channel.class);
        couriers.channels().forEach(channel -> recipients.put(channel, couriers.addressed(channel, person)));
        return new Letter(event, recipients, owner != null, clock.instant());
    }

    private static AccountSnapshot account(Event event) {
        return switch (event) {
            case HealthEvent e -> e.account();
            case RenewalEvent e -> e.account();
            case Fact e -> throw new IllegalArgumentException("a fact is for nobody: " + e.id());
        };
    }
}
