package dev.bellwether.health.engine;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.bellwether.contracts.Event;
import dev.bellwether.contracts.Mentioned;
import dev.bellwether.contracts.Occurrence;
import dev.bellwether.contracts.UsageRecorded;
import dev.bellwether.health.HealthMetrics;
import dev.bellwether.health.HealthSettings;
import dev.bellwether.health.feed.KnownOutages;
import dev.bellwether.health.store.Accounts;
import dev.bellwether.health.store.Fence;
import dev.bellwether.health.store.Ledger;
import dev.bellwether.messaging.testing.BackingServices;
import dev.bellwether.messaging.testing.TestTopic;
import dev.bellwether.messaging.testing.Tokens;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A second engine beside the running one, whose commits wait until the test lets them through. */
@QuarkusTest
@QuarkusTestResource(value = BackingServices.class, initArgs = @ResourceArg(name = "service", value = "health"))
class HandOverTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration A_WHILE = Duration.ofMillis(500);
    private static final int LONG_TEXT = 20_000;
    private static final int PARTITIONS = 3;

    @Inject
    Consumers consumers;

    @Inject
    Takeover takeover;

    @Inject
    Accounts accounts;

    @Inject
    Closing closing;

    @Inject
    Reader reader;

    @Inject
    Fold fold;

    @Inject
    Pool pool;

    @Inject
    Fence fence;

    @Inject
    Ledger ledger;

    @Inject
    KnownOutages outages;

    @Inject
    HealthSettings settings;

    @Inject
    HealthMetrics metrics;

    @Inject
    InstantSource clock;

    private final String run = UUID.randomUUID().toString();
    private int sent;
    private HeldCommitter committer;
    private WatchedIntake intake;
    private Engine second;

    @BeforeEach
    void a_second_engine_holds_its_first_commit() {
        committer = new HeldCommitter(pool, fence, ledger, settings);
        intake = new WatchedIntake(reader, fold, metrics);
        Pipeline.Steps steps = new Pipeline.Steps(intake, closing, committer, clock);
        Pipelines pipelines = new Pipelines(steps, accounts, settings, metrics);
        second = new Engine(new Shifts(consumers, takeover, outages, pipelines, clock), settings, metrics, clock);
        second.start(new StartupEvent());
        await().atMost(SOON).until(() -> sendOneEach() && committer.isHolding());
    }

    @AfterEach
    void it_stops() throws InterruptedException {
        committer.release();
        second.stop(new ShutdownEvent());
    }

    @Test
    void a_stop_under_load_commits_what_is_on_its_way_and_what_was_taken_since() {
        Map<TopicPartition, Long> before = intake.taken();
        await().atMost(SOON).until(() -> sendOneEach() && !intake.taken().equals(before));

        Thread stop = Thread.ofPlatform().start(this::stop);
        await().atMost(SOON).until(() -> stop.getState() == Thread.State.TIMED_WAITING);
        committer.release();
        await().atMost(SOON).until(() -> !stop.isAlive());

        assertThat(committer.committed()).containsAllEntriesOf(intake.taken());
        assertThat(committer.sizes()).hasSizeGreaterThanOrEqualTo(2);
        for (int i = 0; i < 6; i++) {
            String account = account(i);
            await().atMost(SOON)
                    .untilAsserted(() -> given().header(
                                    "Authorization", "Bearer " + Tokens.bearer("max@example.com", "manager"))
                            .get("/v1/accounts/" + account)
                            .then()
                            .body("figures.wau", equalTo(sent)));
        }
    }

    @Test
    void a_batch_of_long_documents_is_full_before_memory_is() {
        await().atMost(SOON).until(() -> sendOneEach() && !intake.taken().isEmpty());
        int partition = intake.taken().keySet().iterator().next().partition();
        String account = accountIn(partition, "talked-about");
        Random random = new Random(1);

        TestTopic.send(IntStream.range(0, 1_300)
                .mapToObj(i -> mentioned(account, i, random))
                .toArray(Event[]::new));
        await().atMost(SOON).until(() -> intake.openCharacters() >= 16_000_000);
        await().atMost(SOON).during(A_WHILE).until(intake::openCharacters, size -> size < 20_000_000);
        committer.release();

        await().atMost(SOON)
                .until(() -> committer.sizes().stream().mapToLong(size -> size).sum() > 1_300L * LONG_TEXT);
        assertThat(committer.sizes()).allMatch(size -> size < 20_000_000);
    }

    private void stop() {
        try {
            second.stop(new ShutdownEvent());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A new user in each of a few accounts, which lie in all partitions. */
    private boolean sendOneEach() {
        String user = "user-" + sent++;
        TestTopic.send(IntStream.range(0, 6)
                .mapToObj(i -> new UsageRecorded(now(account(i), "event-" + user), user, "export", BigDecimal.ONE))
                .toArray(Event[]::new));
        return true;
    }

    private String account(int number) {
        return accountIn(number % PARTITIONS, "handed-over-" + number);
    }

    private String accountIn(int partition, String name) {
        return Stream.iterate(0, i -> i + 1)
                .map(i -> name + "-" + i + "-" + run)
                .filter(id -> new Placement(PARTITIONS).of(id) == partition)
                .findFirst()
                .orElseThrow();
    }

    /** Text that no compression makes shorter, so that no poll has all of it. */
    private static Mentioned mentioned(String account, int number, Random random) {
        String text = random.ints(LONG_TEXT, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return new Mentioned(now(account, "mention-" + number), null, BigDecimal.ONE, null, text);
    }

    private static Occurrence now(String account, String id) {
        return new Occurrence(id, account, Instant.now());
    }
}
