package dev.bellwether.console.portfolio;

import dev.bellwether.console.ConsoleSettings;
import dev.bellwether.console.health.AccountList;
import dev.bellwether.console.health.Accounts;
import dev.bellwether.console.health.Band;
import dev.bellwether.console.service.Reading;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** Counts the accounts, not more often than every interval, however many people look. */
@ApplicationScoped
class CensusTaker {

    private record Taken(Census census, Instant goodUntil) {}

    private final AtomicReference<Taken> last = new AtomicReference<>(new Taken(new Census(Map.of()), Instant.MIN));
    private final Accounts accounts;
    private final Clock clock;
    private final Duration interval;

    CensusTaker(Accounts accounts, Clock clock, ConsoleSettings settings) {
        this.accounts = accounts;
        this.clock = clock;
        this.interval = settings.censusInterval();
    }

    Census latest() {
        Instant now = clock.instant();
        if (now.isBefore(last.get().goodUntil())) {
            return last.get().census();
        }
        EnumMap<Band, AccountList> bands = new EnumMap<>(Band.class);
        boolean live = true;
        for (Band band : Band.values()) {
            Reading<AccountList> reading = accounts.first(Map.of("band", band.key()), Accounts.LARGEST_PAGE);
            live &= reading instanceof Reading.Live<AccountList>;
            put(bands, band, reading);
        }
        Census census = Census.of(bands);
        // one that is not of now is taken again as soon as somebody asks
        last.set(new Taken(census, live ? now.plus(interval) : now));
        return census;
    }

    private static void put(EnumMap<Band, AccountList> bands, Band band, Reading<AccountList> reading) {
        switch (reading) {
            case Reading.Live<AccountList> counted -> bands.put(band, counted.value());
            case Reading.Remembered<AccountList> old -> bands.put(band, old.value());
            case Reading.Away<AccountList> away -> bands.remove(band);
            case Reading.NotThere<AccountList> gone -> bands.remove(band);
        }
    }
}
