package dev.bellwether.health.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.bellwether.contracts.Band;
import dev.bellwether.contracts.Evidence;
import dev.bellwether.contracts.Flag;
import dev.bellwether.contracts.FlagKind;
import dev.bellwether.contracts.Severity;
import dev.bellwether.health.score.flag.OpenFlag;
import dev.bellwether.health.score.memory.Known;
import dev.bellwether.messaging.testing.BackingServices;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = BackingServices.class, initArgs = @ResourceArg(name = "service", value = "health"))
class UnreadableTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final LocalDate DAY = LocalDate.parse("2026-01-02");
    private static final Evidence NO_EVIDENCE = new Evidence(Map.of(), List.of());

    @Inject
    Pool pool;

    @Inject
    Accounts accounts;

    @Inject
    Ledger ledger;

    @Inject
    MeterRegistry registry;

    private final String id = "unreadable-" + UUID.randomUUID();

    @BeforeEach
    void the_account_exists() {
        run(
                "insert into account (account_id, partition, name, first_day, as_of, band, coverage, wau, document, updated_at) "
                        + "values ($1, 4714, 'n', '2026-01-01', '2026-01-01', 'unknown', 0, 0, '{}', now())");
    }

    @Test
    void a_stored_fact_that_cannot_be_read_is_counted_and_passed_over() {
        fact("1", "bellwether.ticket", "{\"ticketId\":\"t\",\"openedAt\":\"1969-12-31T23:00:00Z\"}");
        fact("2", "bellwether.pulse", "{\"opinion\":4}");
        double before = counted("facts");

        Known known = loaded().memory().facts().asOf(DAY);

        assertThat(known.pulses()).hasSize(1);
        assertThat(known.tickets()).isEmpty();
        assertThat(counted("facts") - before).isGreaterThanOrEqualTo(1);
    }

    @Test
    void the_fact_that_is_sent_repaired_with_the_same_id_takes_its_place() {
        fact("1", "bellwether.ticket", "{\"ticketId\":\"t\",\"openedAt\":\"1969-12-31T23:00:00Z\"}");
        Changes changes = new Changes();
        changes.add(new Changes.FactRow(
                id,
                "1",
                "bellwether.ticket",
                Instant.parse("2026-01-02T12:00:00Z"),
                "{\"ticketId\":\"t\",\"openedAt\":\"2026-01-02T12:00:00Z\"}"));

        pool.withTransaction(transaction -> ledger.save(transaction, changes))
                .await()
                .atMost(SOON);

        assertThat(loaded().memory().facts().asOf(DAY).tickets()).hasSize(1);
        assertThat(loaded().memory().facts().asOf(DAY.minusDays(1)).tickets()).isEmpty();
    }

    @Test
    void what_a_later_version_wrote_of_bands_and_flags_keeps_no_account_from_coming_back() {
        run("update account set announced_name = 'n', announced_band = 'purple' where account_id = $1");
        flag("BORED", "low", "{\"figures\": {}, \"facts\": []}");
        flag("RED", "deadly", "{\"figures\": {}, \"facts\": []}");
        flag("INACTIVE", "low", "{\"figures\": [[1]]}");
        double before = counted("flags");

        LiveAccount account = loaded();

        assertThat(account.remembered().band()).isEqualTo(Band.UNKNOWN);
        assertThat(account.openFlags().stream().map(OpenFlag::flag))
                .extracting(Flag::kind, Flag::severity, Flag::evidence)
                .containsExactlyInAnyOrder(
                        tuple(FlagKind.RED, Severity.CRITICAL, NO_EVIDENCE),
                        tuple(FlagKind.INACTIVE, Severity.LOW, NO_EVIDENCE));
        assertThat(counted("flags") - before).isGreaterThanOrEqualTo(3);
    }

    private LiveAccount loaded() {
        return Objects.requireNonNull(
                accounts.load(List.of(id)).await().atMost(SOON).get(id));
    }

    private double counted(String what) {
        return registry.get("bellwether.health.unreadable." + what).counter().count();
    }

    private void flag(String kind, String severity, String evidence) {
        pool.preparedQuery(
                        "insert into flag (flag_id, account_id, kind, severity, raised_on, raised_at, sentence, evidence) "
                                + "values ($1, $2, $3, $4, '2026-01-01', '2026-01-01T12:00:00Z', 'So.', $5::text::jsonb)")
                .execute(Tuple.of(id + kind, id, kind, severity, evidence))
                .await()
                .atMost(SOON);
    }

    private void fact(String event, String type, String data) {
        pool.preparedQuery("insert into fact (account_id, event_id, type, occurred_at, data) "
                        + "values ($1, $2, $3, '2026-01-01T12:00:00Z', $4::text::jsonb)")
                .execute(Tuple.of(id, event, type, data))
                .await()
                .atMost(SOON);
    }

    private void run(String sql) {
        pool.preparedQuery(sql).execute(Tuple.of(id)).await().atMost(SOON);
    }
}
