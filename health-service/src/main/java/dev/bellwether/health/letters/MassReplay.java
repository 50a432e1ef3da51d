package dev.bellwether.health.letters;

import dev.bellwether.health.api.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Sends all letters again that match, up to a limit, page by page. Waits: not for event loops. */
@ApplicationScoped
class MassReplay {

    private static final int PAGE = 200;

    private final LetterTopic topic;
    private final LetterList letters;
    private final Planner planner;
    private final Post post;
    private final LetterSettings settings;

    MassReplay(LetterTopic topic, LetterList letters, Planner planner, Post post, LetterSettings settings) {
        this.topic = topic;
        this.letters = letters;
        this.planner = planner;
        this.post = post;
        this.settings = settings;
    }

    /**
     * Letters that come while it goes on, as those of records that are still bad, are not looked at.
     *
     * @param position where an earlier call ended; null to begin with the newest
     * @param force also those that were replayed before
     * @param by who wants it
     */
    ReplayCounts replay(LetterFilter filter, @Nullable Position position, boolean force, String by) {
        ReplayCounts.Tally tally = new ReplayCounts.Tally();
        Set<Origin> seen = new HashSet<>();
        Position from = position;
        while (true) {
            int size = Math.min(PAGE, settings.replayAtMost() - tally.matched());
            LetterPage page = letters.page(filter, size, from);
            tally.matched(page.items().size());
            send(wanted(page.items(), force, seen, tally), tally, by);
            String next = page.nextCursor();
            boolean scannedEnough = page.items().size() < size;
            if (next == null || scannedEnough || tally.matched() >= settings.replayAtMost()) {
                return tally.upTo(next);
            }
            from = Position.of(next);
        }
    }

    /** A record is sent once, however many letters there are about it. */
    private static List<LetterId> wanted(
            List<LetterLine> lines, boolean force, Set<Origin> seen, ReplayCounts.Tally tally) {
        List<LetterId> wanted = new ArrayList<>();
        for (LetterLine line : lines) {
            boolean another = line.origin() instanceof Origin.OnTopic record && !seen.add(record);
            if (another || (line.replayedAt() != null && !force)) {
                tally.alreadyReplayed();
            } else {
                wanted.add(LetterId.of(line.id()));
            }
        }
        return wanted;
    }

    /** The letters are read a second time, so that only those on their way are in memory. */
    private void send(List<LetterId> ids, ReplayCounts.Tally tally, String by) {
        if (ids.isEmpty()) {
            return;
        }
        Post.Round round = post.round(by);
        topic.reading(reader -> {
            reader.read(ids, letter -> {
                Plan plan = planner.plan(letter, round.begunAt());
                tally.planned(plan);
                if (plan instanceof Plan.Send send) {
                    round.send(letter, send.record());
                }
            });
            return round;
        });
        try {
            round.settle();
        } catch (KafkaException e) {
            throw Refusal.unavailable(
                    "Kafka did not take all letters; those it took are noted, so call again: " + e.getMessage());
        }
    }
}
