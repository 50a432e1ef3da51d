package dev.bellwether.alert.testing;

import dev.bellwether.alert.policy.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What happens to the other sides in a quarter: they are away for a while, busy, or their answers get lost. */
public final class Outages {

    public static final List<Channel> CHANNELS = List.of(Channel.SLACK, Channel.EMAIL, Channel.WEBHOOK, Channel.TEAMS);

    /** What is away for so long is back the next time; a message is given up after a day. */
    private static final Duration LONG = Duration.ofHours(8);
    /** Until its next trouble: whatever waits has been tried again by then, however the clock jumps. */
    private static final Duration WELL = Duration.ofDays(2);

    private final Map<Channel, Instant> away = new EnumMap<>(Channel.class);
    private final Map<Channel, Instant> wellSince = new EnumMap<>(Channel.class);
    private final Map<Channel, Integer> outages = new EnumMap<>(Channel.class);
    private final Map<Channel, Integer> lostAnswers = new EnumMap<>(Channel.class);

    /** Some go away, some come back. */
    public void change(Random random, Instant now) {
        for (Channel channel : CHANNELS) {
            @Nullable Instant since = away.get(channel);
            if (since != null) {
                if (random.nextBoolean() || now.isAfter(since.plus(LONG))) {
                    comeBack(channel);
                    wellSince.put(channel, now);
                }
                continue;
            }
            forgetPlans(channel);
            if (now.isAfter(wellSince.getOrDefault(channel, Instant.EPOCH).plus(WELL))) {
                trouble(channel, random, now);
            }
        }
    }

    private void trouble(Channel channel, Random random, Instant now) {
        if (random.nextInt(10) == 0) {
            away.put(channel, now);
            goAway(channel);
        } else if (channel != Channel.EMAIL && bother(channel, random.nextInt(30))) {
            wellSince.put(channel, now);
        }
    }

    /** True when it is bothered. */
    private boolean bother(Channel channel, int how) {
        if (how < 4) {
            peer(channel).loseNextAnswer();
            lostAnswers.merge(channel, 1, Integer::sum);
        } else if (how == 4) {
            peer(channel).answerNext(429, "1");
        } else if (how == 5) {
            peer(channel).answerNext(500, "");
        } else if (how == 6) {
            peer(channel).hangUpNext();
        }
        return how < 7;
    }

    private void goAway(Channel channel) {
        outages.merge(channel, 1, Integer::sum);
        if (channel == Channel.EMAIL) {
            Surroundings.mail().goAway();
        } else {
            peer(channel).down(true);
        }
    }

    private void comeBack(Channel channel) {
        away.remove(channel);
        if (channel == Channel.EMAIL) {
            Surroundings.mail().comeBack();
        } else {
            peer(channel).down(false);
        }
    }

    /** All are back for good. */
    public void end() {
        List.copyOf(away.keySet()).forEach(this::comeBack);
        CHANNELS.forEach(Outages::forgetPlans);
    }

    /** What nobody has met yet would be met when it is no longer counted with. */
    private static void forgetPlans(Channel channel) {
        if (channel != Channel.EMAIL) {
            peer(channel).forget();
        }
    }

    /** Which are there now. */
    public List<Channel> there() {
        return CHANNELS.stream().filter(channel -> !away.containsKey(channel)).toList();
    }

    /** How often a channel was away. */
    public int of(Channel channel) {
        return outages.getOrDefault(channel, 0);
    }

    /** How many answers of a channel got lost at most. */
    public int lostAnswers(Channel channel) {
        return lostAnswers.getOrDefault(channel, 0);
    }

    private static Peer peer(Channel channel) {
        return switch (channel) {
            case SLACK -> Surroundings.slack().peer();
            case WEBHOOK -> AllChannels.webhook().peer();
            case TEAMS -> AllChannels.teams().peer();
            case EMAIL, PAGERDUTY -> throw new IllegalArgumentException(channel + " has no peer");
        };
    }
}
