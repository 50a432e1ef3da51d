package dev.bellwether.health.feed;

import dev.bellwether.health.HealthSettings;
import dev.bellwether.health.score.feed.Outages;
import dev.bellwether.health.store.OutageLog;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** The outages as this instance knows them; as old as its last look at most. */
@ApplicationScoped
public class KnownOutages {

    private final OutageLog log;
    private final HealthSettings settings;

    private volatile @Nullable Known known;

    private record Known(Outages outages, long mark) {}

    KnownOutages(OutageLog log, HealthSettings settings) {
        this.log = log;
        this.settings = settings;
    }

    /** For the engine; waits for the database the first time, because nobody may be judged without knowing. */
    public Outages now() {
        return known().outages();
    }

    /** Tells this set of outages from another; a look at every account that was begun with another begins again. */
    public long mark() {
        return known().mark();
    }

    /** Looks at them anew; of two looks at once the later one counts. */
    public synchronized void refresh() {
        Outages outages = log.all().await().atMost(settings.transactionLimit());
        known = new Known(outages, outages.mark());
    }

    private Known known() {
        Known last = known;
        if (last == null) {
            refresh();
            last = known();
        }
        return last;
    }
}
