package dev.bellwether.health.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.contracts.AccountSnapshot;
import dev.bellwether.contracts.Band;
import dev.bellwether.contracts.InvoiceChanged;
import dev.bellwether.contracts.InvoiceStatus;
import dev.bellwether.contracts.Occurrence;
import dev.bellwether.contracts.UsageRecorded;
import dev.bellwether.contracts.UserDescribed;
import dev.bellwether.health.feed.KnownOutages;
import dev.bellwether.health.score.memory.AccountMemory;
import dev.bellwether.health.score.memory.Settings;
import dev.bellwether.health.store.LiveAccount;
import dev.bellwether.messaging.testing.BackingServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = BackingServices.class, initArgs = @ResourceArg(name = "service", value = "health"))
class FoldTest {

    private static final int NUMBER = 4_716;

    @Inject
    Fold fold;

    @Inject
    Consumers consumers;

    @Inject
    Takeover takeover;

    @Inject
    KnownOutages outages;

    @Inject
    Pipelines pipelines;

    @Inject
    InstantSource clock;

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
    private final String id = "fold-" + UUID.randomUUID();
    private final LiveAccount account = new LiveAccount(id, NUMBER, new AccountMemory(Settings.in(ZoneOffset.UTC)));
    private Partitions partitions;
    private int batches;

    @BeforeEach
    void nothing_is_owned() {
        partitions = new Partitions(consumers, takeover, outages, pipelines.roster(), clock);
    }

    @Test
    void a_repeat_fills_no_day() {
        Instant occurred = daysAgo(11);

        assertThat(fold(invoice("in-1", occurred, now)).changes().lateDays()).containsExactly(day(occurred));
        assertThat(fold(invoice("in-1", occurred, now.plus(Duration.ofHours(2))))
                        .changes()
                        .lateDays())
                .isEmpty();
        assertThat(fold(invoice("in-2", occurred, now.plus(Duration.ofHours(2))))
                        .changes()
                        .lateDays())
                .containsExactly(day(occurred));
    }

    @Test
    void an_ignored_use_is_of_the_past_when_it_moves_the_first_day() {
        fold(invoice("in-1", daysAgo(11), now));

        assertThat(fold(ignored(daysAgo(12))).whosePastArrives()).containsExactly(account);
        assertThat(account.memory().firstDay(Long.MAX_VALUE - 1))
                .hasValue(day(daysAgo(12)).toEpochDay());
        assertThat(fold(ignored(daysAgo(12))).whosePastArrives()).isEmpty();
        assertThat(fold(ignored(daysAgo(3))).whosePastArrives()).isEmpty();
    }

    @Test
    void how_yesterday_ended_is_kept_also_when_a_user_becomes_internal_in_the_same_batch() {
        account.settle(
                new AccountSnapshot("Acme", null, null, new BigDecimal("41.00"), Band.RED), outages.mark(), List.of());
        Instant fresh = now.plus(Duration.ofHours(3));

        fold(internal("ann", fresh), invoice("in-1", daysAgo(11), fresh));

        assertThat(account.remembered().before()).isNotNull();
    }

    private OpenBatch fold(Arrival... arrivals) {
        OpenBatch batch = new OpenBatch(++batches);
        LiveAccount[] accounts = new LiveAccount[arrivals.length];
        Arrays.fill(accounts, account);
        fold.into(batch, List.of(arrivals), accounts, partitions, now.plus(Duration.ofHours(3)));
        return batch;
    }

    private Arrival internal(String user, Instant at) {
        Occurrence occurrence = new Occurrence(UUID.randomUUID().toString(), id, at);
        return new Arrival.Learnt(
                new UserDescribed(occurrence, user, null, null, null, null, true, null), NUMBER, at.toEpochMilli());
    }

    private Arrival invoice(String event, Instant occurredAt, Instant arrivedAt) {
        InvoiceChanged invoice = new InvoiceChanged(
                new Occurrence(event, id, occurredAt), "in", 100L, "EUR", null, null, InvoiceStatus.OPEN, null);
        return new Arrival.Learnt(invoice, NUMBER, arrivedAt.toEpochMilli());
    }

    private Arrival ignored(Instant occurredAt) {
        Occurrence occurrence = new Occurrence(UUID.randomUUID().toString(), id, occurredAt);
        return new Arrival.Ignored(
                new UsageRecorded(occurrence, "ann", "heartbeat", BigDecimal.ONE), NUMBER, now.toEpochMilli());
    }

    private Instant daysAgo(int days) {
        return now.minus(Duration.ofDays(days));
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
