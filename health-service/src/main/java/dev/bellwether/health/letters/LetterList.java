package dev.bellwether.health.letters;

import dev.bellwether.health.api.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds letters. Waits: not for event loops. */
@ApplicationScoped
class LetterList {

    /** Letters of one partition read ahead: what a page needs when they all lie in one. */
    private static final int CHUNK = 200;

    private final LetterTopic topic;
    private final Replays replays;
    private final LetterSettings settings;
    private final InstantSource clock;

    LetterList(LetterTopic topic, Replays replays, LetterSettings settings, InstantSource clock) {
        this.topic = topic;
        this.replays = replays;
        this.settings = settings;
        this.clock = clock;
    }

    /** The newest letters of those that match and lie before the position; all when it is null. */
    LetterPage page(LetterFilter filter, int limit, @Nullable Position position) {
        LetterPage found = topic.reading(reader -> page(reader, filter, limit, position));
        return new LetterPage(withReplays(found.items()), found.nextCursor());
    }

    /**
     * The whole letter.
     *
     * @throws Refusal when there is none of that id
     */
    LetterDocument one(LetterId id) {
        Letter letter = letter(id);
        return LetterDocument.of(letter, line(letter));
    }

    /** The letter's line, with when it was last replayed. */
    LetterLine line(Letter letter) {
        return withReplays(List.of(LetterLine.of(letter))).getFirst();
    }

    /**
     * The letter as it lies on the topic.
     *
     * @throws Refusal when there is none of that id
     */
    Letter letter(LetterId id) {
        List<Letter> found = new ArrayList<>(1);
        topic.reading(reader -> {
            reader.read(List.of(id), found::add);
            return found;
        });
        if (found.isEmpty()) {
            throw Refusal.notFound("dead letter " + id.text());
        }
        return found.getFirst();
    }

    private LetterPage page(LetterReader reader, LetterFilter filter, int limit, @Nullable Position position) {
        Map<Integer, Stretch> extent = reader.extent();
        Backwards<LetterLine> backwards = new Backwards<>(
                position == null ? extent : position.within(extent),
                reader,
                letter -> filter.matches(letter) ? LetterLine.of(letter) : null,
                CHUNK);
        Instant end = clock.instant().plus(settings.scanWithin());
        List<LetterLine> items = new ArrayList<>();
        int passed = 0;
        while (items.size() < limit
                && passed < settings.scanAtMost()
                && clock.instant().isBefore(end)) {
            Backwards.Passed<LetterLine> next = backwards.next();
            if (next == null) {
                return new LetterPage(items, null);
            }
            passed++;
            if (next.picked() != null) {
                items.add(next.picked());
            }
        }
        Position rest = backwards.position();
        return new LetterPage(items, rest == null ? null : rest.text());
    }

    private List<LetterLine> withReplays(List<LetterLine> lines) {
        Map<String, Replayed> replayed = replays.of(lines.stream()
                        .map(line -> Replays.Subject.of(line.id(), line.origin()))
                        .toList())
                .await()
                .atMost(settings.patience());
        return lines.stream()
                .map(line -> {
                    Replayed last = replayed.get(line.id());
                    return last == null ? line : line.replayed(last.at());
                })
                .toList();
    }
}
