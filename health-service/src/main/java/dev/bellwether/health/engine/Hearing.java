package dev.bellwether.health.engine;

import dev.bellwether.health.score.feed.Feed;
import dev.bellwether.health.score.memory.BusinessDays;
import dev.bellwether.health.store.Changes.ArrivalRow;
import dev.bellwether.health.store.Changes.LateRow;
import it.unimi.dsi.fastutil.longs.Long2LongOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Notes in which minutes each feed was heard and of which days facts came late, each once. Belongs to one shift: after
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
     * Notes what a batch tells that was not noted yet.
     *
     * @param now a sender's clock that is ahead of it must not make its feed look alive in the hours to come
     */
    void note(
            List<Arrival> arrivals,
            Instant now,
            BusinessDays days,
            Consumer<ArrivalRow> heard,
            Consumer<LateRow> late) {
        for (Arrival arrival : arrivals) {
            switch (arrival) {
                case Arrival.Used used -> note(used, now, days, heard, late);
                case Arrival.Learnt learnt -> note(learnt, now, days, heard, late);
                case Arrival.Ignored ignored -> arrived(ignored.feed(), second(ignored, now), heard);
                case Arrival.TooOld tooOld -> arrived(tooOld.feed(), second(tooOld, now), heard);
                case Arrival.Misplaced misplaced -> {
                    // it is heard where it belongs
                }
                case Arrival.Refused refused -> {
                    // whatever came was not understood: the feed has not spoken
                }
            }
        }
    }

    private void note(
            Arrival.Understood fact,
            Instant now,
            BusinessDays days,
            Consumer<ArrivalRow> heard,
            Consumer<LateRow> late) {
        long arrivedAt = second(fact, now);
        arrived(fact.feed(), arrivedAt, heard);
        if (arrivedAt - fact.occurredAt().getEpochSecond() >= LATE_AFTER_SECONDS) {
            late(fact, arrivedAt, days, late);
        }
    }

    private void arrived(Feed feed, long arrivedAt, Consumer<ArrivalRow> heard) {
        long minute = arrivedAt / SECONDS_A_MINUTE;
        if (ear(feed).isNew(minute)) {
            heard.accept(new ArrivalRow(feed, start(minute)));
        }
    }

    private void late(Arrival.Understood fact, long arrivedAt, BusinessDays days, Consumer<LateRow> late) {
        Feed feed = fact.feed();
        long day = days.dayOf(fact.occurredAt());
        long minute = arrivedAt / SECONDS_A_MINUTE;
        if (feed != Feed.ACCOUNT
                && !ear(feed).isLikeTheLast(day, minute)
                && day < days.dayOf(Instant.ofEpochSecond(arrivedAt))
                && ear(feed).isNewsOf(day, minute)) {
            late.accept(new LateRow(feed, LocalDate.ofEpochDay(day), start(minute)));
        }
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
