package dev.bellwether.renewal;

import dev.bellwether.contracts.RenewalEvent;
import dev.bellwether.contracts.Topic;
import dev.bellwether.messaging.testing.TestTopic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What the service announced on Kafka of one account. */
public final class Told {

    private Told() {}

    /** The account's announcements, as soon as there are so many. */
    public static List<RenewalEvent> of(String account, int atLeast) {
        return awaited(account, told -> told.size() >= atLeast);
    }

    /** The account's announcements up to the one that is waited for. */
    public static List<RenewalEvent> until(String account, Predicate<RenewalEvent> wanted) {
        return awaited(account, told -> told.stream().anyMatch(wanted));
    }

    /** The account's announcements so far. */
    public static List<RenewalEvent> soFar(String account) {
        return received(account, told -> false, Duration.ofSeconds(3));
    }

    private static List<RenewalEvent> awaited(String account, Predicate<List<RenewalEvent>> enough) {
        List<RenewalEvent> told = received(account, enough, Duration.ofMinutes(2));
        if (!enough.test(told)) {
            throw new AssertionError("not told what was waited for, only " + told);
        }
        return told;
    }

    private static List<RenewalEvent> received(String account, Predicate<List<RenewalEvent>> enough, Duration atMost) {
        List<RenewalEvent> told = new ArrayList<>();
        TestTopic.received(
                Topic.RENEWAL_EVENTS,
                event -> {
                    if (event instanceof RenewalEvent renewal
                            && renewal.accountId().equals(account)) {
                        told.add(renewal);
                    }
                    return enough.test(told);
                },
                atMost);
        return told;
    }
}
