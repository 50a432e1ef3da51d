package dev.bellwether.health.feed;

import dev.bellwether.health.HealthMetrics;
import dev.bellwether.health.HealthSettings;
import dev.bellwether.health.score.feed.Feed;
import dev.bellwether.health.score.feed.Heard;
import dev.bellwether.health.score.feed.Outage;
import dev.bellwether.health.store.FeedArrivals;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Looks at every feed: is it silent, was it, is it back? What it finds is written down once, however many instances
 * look, and told to operations. Belongs to one thread.
 */
@ApplicationScoped
public class FeedWatch {

    private static final Logger LOG = Logger.getLogger(FeedWatch.class);

    private final FeedArrivals arrivals;
    private final Judgement judgement;
    private final KnownOutages outages;
    private final HealthMetrics metrics;
    private final Duration limit;

    private final KnownUpTo knownUpTo = new KnownUpTo();
    private volatile Map<Feed, Double> eventsPerHour = Map.of();

    FeedWatch(
            FeedArrivals arrivals,
            Judgement judgement,
            KnownOutages outages,
            HealthMetrics metrics,
            HealthSettings settings) {
        this.arrivals = arrivals;
        this.judgement = judgement;
        this.outages = outages;
        this.metrics = metrics;
        this.limit = settings.transactionLimit();
    }

    /** Records an hour on the feed's topic, as of the last look; empty before the first. */
    public Map<Feed, Double> eventsPerHour() {
        return eventsPerHour;
    }

    void look(Backlog backlog, Instant now) {
        // first where the topics end, then what was consumed, then what was heard: each knows all that the one before
        // does
        Map<Feed, Map<Integer, Long>> ends = new EnumMap<>(Feed.class);
        for (Feed feed : Feed.values()) {
            ends.put(feed, backlog.ends(feed));
        }
        Map<Feed, Instant> upTo = upTo(backlog, ends, now);
        Map<Feed, Heard> heard = arrivals.all().await().atMost(limit);
        for (Outage news : judgement.pass(heard, upTo)) {
            tell(news);
        }
        outages.refresh();
        measure(heard, judgement.open(), now);
        eventsPerHour = rates(backlog, ends, now);
    }

    private Map<Feed, Instant> upTo(Backlog backlog, Map<Feed, Map<Integer, Long>> ends, Instant now) {
        Map<String, Map<Integer, Long>> consumed = arrivals.consumed().await().atMost(limit);
        Map<Feed, Instant> upTo = new EnumMap<>(Feed.class);
        ends.forEach((feed, end) -> {
            Map<Integer, Long> committed = consumed.getOrDefault(feed.topic().topicName(), Map.of());
            upTo.put(feed, knownUpTo.of(feed, end, backlog.readableFrom(feed, committed, end), now));
        });
        return upTo;
    }

    private static Map<Feed, Double> rates(Backlog backlog, Map<Feed, Map<Integer, Long>> ends, Instant now) {
        Map<Feed, Double> rates = new EnumMap<>(Feed.class);
        ends.forEach((feed, end) -> rates.put(feed, backlog.eventsPerHour(feed, end, now)));
        return Map.copyOf(rates);
    }

    private static void tell(Outage outage) {
        String feed = outage.feed().json();
        if (outage.isOpen()) {
            LOG.warnf("%s has been silent since %s: what is built on it is frozen", feed, outage.from());
        } else {
            LOG.infof("%s was silent from %s and is heard again since %s", feed, outage.from(), outage.to());
        }
    }

    private void measure(Map<Feed, Heard> heard, List<Outage> open, Instant now) {
        heard.forEach((feed, one) -> metrics.feed(
                feed, open.stream().anyMatch(outage -> outage.feed() == feed), Duration.between(one.last(), now)));
    }
}
