package dev.bellwether.console.portfolio;

import dev.bellwether.console.ConsoleSettings;
import dev.bellwether.console.health.AccountLine;
import dev.bellwether.console.health.Accounts;
import dev.bellwether.console.health.Band;
import dev.bellwether.console.service.Reading;
import dev.bellwether.console.service.Slice;
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
        EnumMap<Band, Slice<AccountLine>> bands = new EnumMap<>(Band.class);
        boolean live = true;
        for (Band band : Band.values()) {
            Reading<Slice<AccountLine>> reading = accounts.first(Map.of("band", band.key()), Slice.LARGEST);
            live &= reading instanceof Reading.Live<Slice<AccountLine>>;
            put(bands, band, reading);
        }
        Census census = Census.of(bands);
        // one that is not of now is taken again as soon as somebody asks
        last.set(new Taken(census, live ? now.plus(interval) : now));
        return census;
    }

    private static void put(EnumMap<Band, Slice<AccountLine>> bands, Band band, Reading<Slice<AccountLine>> reading) {
        switch (reading) {
            case Reading.Live<Slice<AccountLine>> counted -> bands.put(band, counted.value());
            case Reading.Remembered<Slice<AccountLine>> old -> bands.put(band, old.value());
            case Reading.Away<Slice<AccountLine>> away -> bands.remove(band);
            case Reading.NotThere<Slice<AccountLine>> gone -> bands.remove(band);
        }
    }
}
