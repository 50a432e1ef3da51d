package dev.bellwether.health.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.contracts.AccountDescribed;
import dev.bellwether.contracts.AccountSnapshot;
import dev.bellwether.contracts.Band;
import dev.bellwether.contracts.Codec;
import dev.bellwether.contracts.Envelope;
import dev.bellwether.contracts.Fact;
import dev.bellwether.contracts.InvoiceChanged;
import dev.bellwether.contracts.InvoiceStatus;
import dev.bellwether.contracts.Occurrence;
import dev.bellwether.contracts.Priority;
import dev.bellwether.contracts.PulseTaken;
import dev.bellwether.contracts.TicketChanged;
import dev.bellwether.contracts.TicketStatus;
import dev.bellwether.contracts.UserDescribed;
import dev.bellwether.health.score.memory.AccountMemory;
import dev.bellwether.health.score.memory.Hash64;
import dev.bellwether.health.score.memory.Settings;
import dev.bellwether.health.store.Accounts;
import dev.bellwether.health.store.Changes;
import dev.bellwether.health.store.Fence;
import dev.bellwether.health.store.LiveAccount;
import dev.bellwether.messaging.testing.BackingServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A late fact that changes nothing, between two others of the day; in a partition that Kafka does not have. */
@QuarkusTest
@QuarkusTestResource(value = BackingServices.class, initArgs = @ResourceArg(name = "service", value = "health"))
class RememberedBandTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int NUMBER = 4_715;

    @Inject
    Accounts accounts;

    @Inject
    Assessor assessor;

    @Inject
    Committer committer;

    @Inject
    Fence fence;

    @Inject
    Fold fold;

    private final String id = "band-" + UUID.randomUUID();
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final Instant noon = daysAgo(0);
    private LiveAccount account = new LiveAccount(id, NUMBER, new AccountMemory(Settings.in(ZoneOffset.UTC)));
    private List<Fence.Move> ours = List.of();
    private int batches;

    @BeforeEach
    void the_partition_is_owned() {
        var partition = new TopicPartition("band-" + UUID.randomUUID(), NUMBER);
        Fence.Claim claim = Objects.requireNonNull(
                fence.claim(Map.of(partition, 0L)).await().atMost(SOON).get(partition));
        ours = List.of(new Fence.Move(partition, claim, 0));
    }

    /** Yesterday 27.70, red. What is shown as 42 is told once, though it is 41.77 by now. */
    @Test
    void a_score_that_moved_within_a_whole_number_keeps_its_band() {
        account.memory()
                .use(Hash64.of("ann"), Hash64.of("export"), daysAgo(14).getEpochSecond() / 86_400, BigDecimal.ONE);
        add(true, seats(1_000, 14), ticket("t1"), ticket("t2"), ticket("t3"), pulse(1, 3));
        assertTold("39.04", Band.RED);
        add(true, seats(11, 0));
        assertTold("42.27", Band.YELLOW);
        add(true, seats(13, 0));
        assertTold("42.27", Band.YELLOW);

        addLate(described("ann", 10));
        add(true);

        assertTold("42.27", Band.YELLOW);
    }

    /** Yesterday yellow. */
    @Test
    void an_account_that_left_memory_before_it_settled_keeps_its_band() {
        add(true, invoice(59), pulse(5, 1));
        add(true, pulse(1, 0));
        assertTold("37.83", Band.RED);
        add(true, pulse(2, 0));
        assertTold("40.96", Band.RED);

        addLate(described("ann", 20));
        account = Objects.requireNonNull(
                accounts.load(List.of(id)).await().atMost(SOON).get(id));
        add(true);

        assertTold("40.96", Band.RED);
    }

    private void assertTold(String score, Band band) {
        AccountSnapshot told = Objects.requireNonNull(account.remembered().announced());
        assertThat(told.score()).isEqualByComparingTo(score);
        assertThat(told.band()).isEqualTo(band);
    }

    private void addLate(Fact fact) {
        assessor.beforePast(account, noon);
        account.unsettle(noon);
        add(false, fact);
    }

    private void add(boolean settles, Fact... facts) {
        OpenBatch batch = new OpenBatch(++batches);
        batch.touch(account);
        for (Fact fact : facts) {
            account.memory().learn(fact);
            Envelope envelope = Codec.write(fact, "/test");
            batch.changes()
                    .add(new Changes.FactRow(
                            id, fact.id(), envelope.type(), fact.occurredAt(), new String(envelope.data(), UTF_8)));
        }
        fold.drain(batch);
        assessor.assess(account, noon, settles, batch.changes());
        committer.commit(ours, batch.changes()).join();
    }

    private Fact seats(int seats, int daysAgo) {
        return new AccountDescribed(
                occurred(daysAgo), null, null, null, null, seats, null, null, null, Map.of(), null, null, null);
    }

    private Fact ticket(String ticket) {
        return new TicketChanged(
                occurred(7),
                ticket,
                daysAgo(7),
                TicketStatus.SOLVED,
                Priority.NORMAL,
                daysAgo(7).plusSeconds(60));
    }

    private Fact pulse(int opinion, int daysAgo) {
        return new PulseTaken(occurred(daysAgo), opinion, "carla@example.com", null);
    }

    private Fact described(String user, int daysAgo) {
        return new UserDescribed(occurred(daysAgo), user, null, "Ann", null, null, null, null);
    }

    private Fact invoice(int daysLate) {
        return new InvoiceChanged(
                occurred(75), "in-1", 10_000L, "EUR", null, today.minusDays(daysLate), InvoiceStatus.OPEN, null);
    }

    /** Each a moment after the one before, of which the newest counts. */
    private Occurrence occurred(int daysAgo) {
        return new Occurrence(UUID.randomUUID().toString(), id, daysAgo(daysAgo).plusMillis(batches));
    }

    private Instant daysAgo(int days) {
        return today.minusDays(days).atTime(12, 0).toInstant(ZoneOffset.UTC);
    }
}
