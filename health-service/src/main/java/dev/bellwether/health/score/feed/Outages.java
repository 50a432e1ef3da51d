package dev.bellwether.health.score.feed;

import dev.bellwether.contracts.FlagKind;
import dev.bellwether.health.score.memory.Hash64;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All outages there ever were, by the days they froze. */
public record Outages(List<Stretch> stretches) {

    /** No feed ever fell silent. */
    public static final Outages NONE = new Outages(List.of());

    private static final Set<FlagKind> TOLD_BY_SILENCE = Set.of(FlagKind.INACTIVE, FlagKind.USAGE_DROP);

    /**
     * The days of one outage.
     *
     * @param first the day of the last arrival before it
     * @param back the day on which the feed was heard again, which is not frozen; null while it is silent
     * @param filled days of which facts came late, after the feed had returned; they are not frozen
     */
    public record Stretch(
            Feed feed, LocalDate first, @Nullable LocalDate back, Set<LocalDate> filled) {

        public Stretch {
            filled = Set.copyOf(filled);
        }

        boolean freezes(Feed one, LocalDate day) {
            return feed == one && !day.isBefore(first) && (back == null || day.isBefore(back)) && !filled.contains(day);
        }
    }

    public Outages {
        stretches = List.copyOf(stretches);
    }

    /**
     * The day whose figures the feed's signals keep on that day: the one before the outage began, and when that is
     * frozen too, the one before that outage. Empty when the day is not frozen.
     */
    public Optional<LocalDate> keptDay(Feed feed, LocalDate day) {
        LocalDate kept = day;
        for (Optional<Stretch> over = over(feed, kept); over.isPresent(); over = over(feed, kept)) {
            kept = over.get().first().minusDays(1);
        }
        return kept.equals(day) ? Optional.empty() : Optional.of(kept);
    }

    /** Kinds of flags that mistake a silent feed for silent customers on that day. */
    public Set<FlagKind> heldBack(LocalDate day) {
        return over(Feed.USAGE, day).isPresent() ? TOLD_BY_SILENCE : Set.of();
    }

    /** Tells sets of outages apart, on any machine; 0 when there is none. */
    public long mark() {
        return stretches.stream()
                .map(stretch -> List.of(
                        stretch.feed().json(),
                        stretch.first(),
                        String.valueOf(stretch.back()),
                        stretch.filled().stream().sorted().toList()))
                .mapToLong(stretch -> Hash64.of(stretch.toString()))
                .sum();
    }

    private Optional<Stretch> over(Feed feed, LocalDate day) {
        for (Stretch stretch : stretches) {
            if (stretch.freezes(feed, day)) {
                return Optional.of(stretch);
            }
        }
        return Optional.empty();
    }
}
