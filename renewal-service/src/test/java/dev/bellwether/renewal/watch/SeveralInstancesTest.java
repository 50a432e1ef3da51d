package dev.bellwether.renewal.watch;

import static dev.bellwether.messaging.testing.TestTopic.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bellwether.contracts.Topic;
import dev.bellwether.messaging.testing.BackingServices;
import dev.bellwether.messaging.testing.TestTopic;
import dev.bellwether.renewal.QuickSweep;
import dev.bellwether.renewal.RenewalSettings;
import dev.bellwether.renewal.Say;
import dev.bellwether.renewal.SetClock;
import dev.bellwether.renewal.account.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(QuickSweep.class)
@QuarkusTestResource(value = BackingServices.class, initArgs = @ResourceArg(name = "service", value = "renewal"))
class SeveralInstancesTest {

    private static final int ACCOUNTS = 40;
    private static final int INSTANCES = 4;

    @Inject
    DuePages pages;

    @Inject
    Watch watch;

    @Inject
    Transactions transactions;

    @Inject
    SetClock clock;

    @Inject
    RenewalSettings settings;

    @Inject
    MeterRegistry meters;

    @Test
    void several_sweeps_at_once_tell_each_account_once() throws Exception {
        // Given accounts that wait for what is still missing of them
        clock.set(LocalDate.of(2026, 3, 2));
        long before = sweeps();
        // of the sweeps that end from now on the first may have begun by another test's clock
        await().atMost(Duration.ofMinutes(1)).until(() -> sweeps() >= before + 2);
        List<Say> accounts =
                IntStream.range(0, ACCOUNTS).mapToObj(i -> Say.ofSomeAccount()).toList();
        accounts.forEach(say -> send(say.subscription("2025-07-01", "2026-06-30", 30, true)));
        Instant later = clock.instant().plus(settings.settle()).plusSeconds(1);
        await().atMost(Duration.ofMinutes(1)).until(() -> due(later).containsAll(ids(accounts)));
        // When
        Callable<Boolean> sweep = () -> {
            while (pages.lookAtNext(later)) {
                Thread.onSpinWait();
            }
            return true;
        };
        try (var threads = Executors.newFixedThreadPool(INSTANCES)) {
            threads.invokeAll(IntStream.range(0, INSTANCES).mapToObj(i -> sweep).toList());
        }
        // Then
        assertThat(due(later)).doesNotContainAnyElementsOf(ids(accounts));
        List<String> told = new ArrayList<>();
        TestTopic.received(
                Topic.RENEWAL_EVENTS,
                event -> {
                    if (ids(accounts).contains(event.accountId())) {
                        told.add(event.accountId());
                    }
                    return told.size() > ACCOUNTS;
                },
                Duration.ofSeconds(5));
        assertThat(told).containsExactlyInAnyOrderElementsOf(ids(accounts));
    }

    private long sweeps() {
        return meters.timer("bellwether.renewal.sweep").count();
    }

    private List<String> due(Instant when) {
        return transactions.run(session -> watch.due(session, when, 10_000));
    }

    private static List<String> ids(List<Say> accounts) {
        return accounts.stream().map(Say::account).toList();
    }
}
