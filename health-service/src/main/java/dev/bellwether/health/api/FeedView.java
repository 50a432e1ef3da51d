package dev.bellwether.health.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.bellwether.health.score.feed.Feed;
import dev.bellwether.health.score.feed.FeedState;
import dev.bellwether.health.score.feed.Heard;
import dev.bellwether.health.score.feed.Patience;
import dev.bellwether.health.store.OutageLog;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A source. Arrivals are known to the minute.
 *
 * @param outage the one that lasts; null while there is none
 * @param earlierOutages those that are over, newest first
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record FeedView(
        @Schema(enumeration = {"usage", "billing", "support", "feedback", "account"})
        String feed,

        @Schema(
                enumeration = {"learning", "speaking", "silent"},
                description = "learning: heard on too few days to be judged; silent: an outage lasts, until the"
                        + " source was heard again and what came with it is scored")
        String state,

        @Schema(description = "null while nothing was ever heard") @Nullable
        Instant lastArrivalAt,

        @Schema(
                description =
                        "records on its topic in the 24 hours up to the last look, an hour; null before the first look")
        @Nullable
        Double eventsPerHour,

        @Schema(description = "longest time between two arrivals of the 14 days up to the last") @Nullable
        Long longestGapSeconds,

        @Schema(description = "quiet for longer than this it counts as silent") @Nullable
        Long silentAfterSeconds,

        @Schema(description = "days with arrivals among those 14")
        int daysHeard,

        @Nullable OutageView outage,
        List<OutageView> earlierOutages) {

    private static final int MOST = 20;

    /**
     * An outage.
     *
     * @param from the last arrival before it
     * @param to the first arrival after it; null while it lasts
     * @param filledDays days of it of which facts came late, which are therefore not frozen
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record OutageView(Instant from, @Nullable Instant to, List<LocalDate> filledDays) {

        static OutageView of(OutageLog.Entry entry) {
            return new OutageView(
                    entry.outage().from(),
                    entry.outage().to(),
                    entry.days().filled().stream().sorted().toList());
        }
    }

    static FeedView of(
            Feed feed,
            Optional<Heard> heard,
            List<OutageLog.Entry> outages,
            Patience patience,
            @Nullable Double eventsPerHour) {
        List<OutageLog.Entry> newestFirst = outages.stream()
                .filter(entry -> entry.outage().feed() == feed)
                .toList()
                .reversed();
        Optional<OutageView> lasting = newestFirst.stream()
                .filter(entry -> entry.outage().isOpen())
                .map(OutageView::of)
                .findFirst();
        return new FeedView(
                feed.json(),
                lasting.isPresent() ? "silent" : state(heard, patience),
                heard.map(Heard::last).orElse(null),
                eventsPerHour,
                heard.map(one -> one.longestGap(patience.window()))
                        .map(Duration::toSeconds)
                        .orElse(null),
                heard.map(patience::silentAfter).map(Duration::toSeconds).orElse(null),
                heard.map(one -> one.days(patience.window())).orElse(0),
                lasting.orElse(null),
                newestFirst.stream()
                        .filter(entry -> !entry.outage().isOpen())
                        .limit(MOST)
                        .map(OutageView::of)
                        .toList());
    }

    /** A feed that is quiet for too long is silent once the watch has made sure that nothing of it waits to be read. */
    private static String state(Optional<Heard> heard, Patience patience) {
        return heard.filter(one -> !(patience.judge(one, one.last()) instanceof FeedState.Learning))
                        .isPresent()
                ? "speaking"
                : "learning";
    }
}
