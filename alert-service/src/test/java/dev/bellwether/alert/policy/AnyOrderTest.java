package dev.bellwether.alert.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.alert.testing.AnAccount;
import dev.bellwether.contracts.Event;
import dev.bellwether.contracts.FlagKind;
import dev.bellwether.contracts.FlagRaised;
import dev.bellwether.contracts.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Events may come in any order and more than once; the desktop checks its invariants after every step. */
class AnyOrderTest {

    private static final Severity[] RISING = {Severity.LOW, Severity.MEDIUM, Severity.HIGH, Severity.CRITICAL};

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void any_order_of_the_same_events_leaves_the_same_alerts(long seed) {
        Random random = new Random(seed);
        List<Event> story = story(AnAccount.named("Acme"), random);
        Desktop inOrder = new Desktop();
        story.forEach(inOrder::take);

        Desktop shuffled = new Desktop();
        for (Event event : shuffledWithRepeats(story, random)) {
            shuffled.take(event);
            if (random.nextInt(3) == 0) {
                shuffled.deliver();
            }
        }

        assertThat(shuffled.everything()).isEqualTo(inOrder.everything());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void repeats_tell_nobody_anything(long seed) {
        Random random = new Random(seed);
        List<Event> story = story(AnAccount.named("Acme"), random);
        Desktop desk = new Desktop();
        for (Event event : story) {
            desk.take(event);
            int before = desk.told.size();
            desk.take(story.get(random.nextInt(story.indexOf(event) + 1)));
            assertThat(desk.told).hasSize(before);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void renewals_are_told_once_each_in_any_order(long seed) {
        Random random = new Random(seed);
        AnAccount acme = AnAccount.named("Acme");
        List<Event> story = List.of(
                acme.due("c1", 90, 0),
                acme.due("c1", 60, 1),
                acme.due("c1", 30, 2),
                acme.due("c2", 30, 3),
                acme.renewed("c1", 4),
                acme.lapsed("c2", 5));
        Desktop inOrder = new Desktop();
        story.forEach(inOrder::take);
        Desktop shuffled = new Desktop();

        shuffledWithRepeats(story, random).forEach(shuffled::take);

        assertThat(shuffled.told).hasSize(2 * story.size());
        assertThat(shuffled.everything()).isEqualTo(inOrder.everything());
    }

    /** Some episodes of one flag, one after the other; clearings may be missing. */
    private static List<Event> story(AnAccount account, Random random) {
        List<Event> story = new ArrayList<>();
        int minute = 0;
        for (int episode = 0; episode < 1 + random.nextInt(4); episode++) {
            FlagRaised raised = account.raised("f" + episode, ++minute, FlagKind.INACTIVE, RISING[0]);
            story.add(raised);
            Severity severity = RISING[0];
            for (int step = 1; step <= random.nextInt(4); step++) {
                severity = RISING[step];
                story.add(account.escalated(raised, ++minute, severity));
            }
            if (random.nextInt(4) > 0) {
                story.add(account.cleared(raised, ++minute, severity));
            }
        }
        return story;
    }

    private static List<Event> shuffledWithRepeats(List<Event> story, Random random) {
        List<Event> events = new ArrayList<>(story);
        for (int i = 0; i < 3; i++) {
            events.add(story.get(random.nextInt(story.size())));
        }
        Collections.shuffle(events, random);
        return events;
    }
}
