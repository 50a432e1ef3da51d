package dev.bellwether.health.engine;

import dev.bellwether.health.score.feed.Feed;
import dev.bellwether.health.score.memory.BusinessDays;
import dev.bellwether.health.store.Changes.ArrivalRow;
import dev.bellwether.health.store.Changes.LateRow;
import it.unimi.dsi.fastutil.longs.Long2LongOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Notes in which minutes each feed was heard and of which days new facts came late, each once. Belongs to one shift: after
 * a failure a new one notes again what may not have been committed.
 */
final class Hearing {

    private static final long SECONDS_A_MINUTE = 60;
    // facts on their way for less than this are not late; nearly all are not, and need no calendar
    private static final long LATE_AFTER_SECONDS = 3_600;
    // an outage lasts longer, so late facts after one are always noted anew
    private static final long LATE_AGAIN_AFTER_MINUTES = 10;
    // minutes of a week; a catch-up over more than that notes some again, which changes nothing
    private static final int MOST = 10_080;

    private final Map<Feed, Ear> ears = new EnumMap<>(Feed.class);
    private final List<ArrivalRow> heard = new ArrayList<>();
    private final List<LateRow> late = new ArrayList<>();

    Hearing() {
        for (Feed feed : Feed.values()) {
            ears.put(feed, new Ear());
        }
    }

    /** What was noted of one feed. */
    private static final class Ear {
        private long newest = Long.MIN_VALUE;
        private final LongOpenHashSet minutes = new LongOpenHashSet();
        private final Long2LongOpenHashMap lateDays = new Long2LongOpenHashMap();
        private long lastDay = Long.MIN_VALUE;
        private long lastMinute = Long.MIN_VALUE;

        Ear() {
            lateDays.defaultReturnValue(Long.MIN_VALUE);
        }

        boolean isNew(long minute) {
            if (minute == newest) {
                return false;
            }
            if (minutes.size() >= MOST) {
                minutes.clear();
            }
            newest = minute;
            return minutes.add(minute);
        }

        /** Whether the fact before this one was of the same day and came in the same minute, as nearly all are. */
        boolean isLikeTheLast(long day, long minute) {
            boolean isLike = day == lastDay && minute == lastMinute;
            lastDay = day;
            lastMinute = minute;
            return isLike;
        }

        boolean isNewsOf(long day, long minute) {
            long known = lateDays.get(day);
            if (known != Long.MIN_VALUE && minute < known + LATE_AGAIN_AFTER_MINUTES) {
                return false;
            }
            lateDays.put(day, minute);
            return true;
        }
    }

    /**
     * Notes the minute in which a fact arrived, whatever becomes of it.
     *
     * @param now a sender's clock that is ahead of it must not make its feed look alive in the hours to come
     */
    void heard(Arrival.Understood fact, Instant now) {
        long minute = second(fact, now) / SECONDS_A_MINUTE;
        if (ear(fact.feed()).isNew(minute)) {
            heard.add(new ArrivalRow(fact.feed(), start(minute)));
        }
    }

    /** Notes the day of a fact that nobody knew, if it came late. A repeat fills no day: it tells what was known of it. */
    void learnt(Arrival.Understood fact, Instant now, BusinessDays days) {
        long arrivedAt = second(fact, now);
        if (arrivedAt - fact.occurredAt().getEpochSecond() >= LATE_AFTER_SECONDS && fact.feed() != Feed.ACCOUNT) {
            late(fact, arrivedAt, days);
        }
    }

    private void late(Arrival.Understood fact, long arrivedAt, BusinessDays days) {
        Ear ear = ear(fact.feed());
        long day = days.dayOf(fact.occurredAt());
        long minute = arrivedAt / SECONDS_A_MINUTE;
        if (!ear.isLikeTheLast(day, minute)
                && day < days.dayOf(Instant.ofEpochSecond(arrivedAt))
                && ear.isNewsOf(day, minute)) {
            late.add(new LateRow(fact.feed(), LocalDate.ofEpochDay(day), start(minute)));
        }
    }

    /** Hands over what was noted since the last call. */
    void drain(Consumer<ArrivalRow> toHeard, Consumer<LateRow> toLate) {
        heard.forEach(toHeard);
        heard.clear();
        late.forEach(toLate);
        late.clear();
    }

    /** The second of arrival, since 1970. */
    private static long second(Arrival.Understood fact, Instant now) {
        return Math.min(fact.arrivedAt() / 1_000, now.getEpochSecond());
    }

    private Ear ear(Feed feed) {
        return Objects.requireNonNull(ears.get(feed), "every feed has one");
    }

    private static Instant start(long minute) {
        return Instant.ofEpochSecond(minute * SECONDS_A_MINUTE);
    }
}
