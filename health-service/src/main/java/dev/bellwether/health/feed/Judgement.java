package dev.bellwether.health.feed;

import dev.bellwether.health.HealthSettings;
import dev.bellwether.health.score.feed.Feed;
import dev.bellwether.health.score.feed.Heard;
import dev.bellwether.health.score.feed.Outage;
import dev.bellwether.health.score.feed.Patience;
import dev.bellwether.health.store.FeedArrivals;
import dev.bellwether.health.store.OutageLog;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes down which outages follow from what was heard; one instance at a time, and each of them once. */
@ApplicationScoped
public class Judgement {

    private static final String LOCK =
            "select pg_try_advisory_xact_lock(hashtext('bellwether-feeds'), hashtext(current_schema()))";

    private final Pool pool;
    private final OutageLog log;
    private final FeedArrivals arrivals;
    private final Patience patience;
    private final Duration limit;

    Judgement(Pool pool, OutageLog log, FeedArrivals arrivals, HealthSettings settings) {
        this.pool = pool;
        this.log = log;
        this.arrivals = arrivals;
        this.limit = settings.transactionLimit();
        HealthSettings.Feeds feeds = settings.feeds();
        this.patience = new Patience(
                feeds.silentAfter(),
                feeds.silentAfterGaps(),
                Duration.ofDays(feeds.windowDays()),
                feeds.daysToLearn(),
                feeds.catchUp());
    }

    /** How long feeds may be quiet. */
    public Patience patience() {
        return patience;
    }

    /**
     * Judges every feed that was heard and answers what is new: outages that began or are over. Nothing while another
     * instance is at it.
     *
     * @param upTo up to when all arrivals of the feed are known
     */
    List<Outage> pass(Map<Feed, Heard> heard, Map<Feed, Instant> upTo) {
        List<Outage> lasting = open();
        List<Outage> found = new ArrayList<>();
        heard.forEach((feed, one) ->
                found.addAll(patience.outages(feed, one, of(feed, lasting), upTo.getOrDefault(feed, Instant.EPOCH))));
        List<Outage> news = pool.withTransaction(transaction -> transaction
                        .query(LOCK)
                        .execute()
                        .chain(lock -> lock.iterator().next().getBoolean(0)
                                ? log.note(transaction, found)
                                : Uni.createFrom().item(List.<Outage>of())))
                .await()
                .atMost(limit);
        // a gap is judged by the window before it, so twice the window is kept
        arrivals.forget(patience.window().multipliedBy(2)).await().atMost(limit);
        return news;
    }

    /** The outages that last. */
    List<Outage> open() {
        return log.entries().await().atMost(limit).stream()
                .map(OutageLog.Entry::outage)
                .filter(Outage::isOpen)
                .toList();
    }

    private static Optional<Outage> of(Feed feed, List<Outage> outages) {
        return outages.stream().filter(outage -> outage.feed() == feed).findFirst();
    }
}
