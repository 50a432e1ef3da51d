package dev.bellwether.health.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.health.score.memory.AccountMemory;
import dev.bellwether.health.score.memory.Hash64;
import dev.bellwether.health.score.memory.Settings;
import dev.bellwether.health.store.Changes;
import dev.bellwether.health.store.DayTurn;
import dev.bellwether.health.store.Fence;
import dev.bellwether.health.store.LiveAccount;
import dev.bellwether.messaging.testing.BackingServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A partition that Kafka does not have, so that the running engine leaves it alone. */
@QuarkusTest
@QuarkusTestResource(value = BackingServices.class, initArgs = @ResourceArg(name = "service", value = "health"))
class UpkeepTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int NUMBER = 4_711;
    private static final LocalDate DAY = LocalDate.parse("2026-06-15");
    private static final Instant NOON = DAY.atTime(12, 0).toInstant(ZoneOffset.UTC);

    @Inject
    Upkeep upkeep;

    @Inject
    Assessor assessor;

    @Inject
    Committer committer;

    @Inject
    Fence fence;

    @Inject
    Pipelines pipelines;

    @Inject
    Pool pool;

    private final String id = "upkeep-" + UUID.randomUUID();
    private OwnedPartition partition;

    @BeforeEach
    void the_partition_is_owned() {
        var claims = fence.claim(Map.of(new TopicPartition("upkeep-" + UUID.randomUUID(), NUMBER), 0L));
        partition = new OwnedPartition(
                NUMBER,
                claims.await().atMost(SOON),
                new CountedIds(Duration.ofHours(24), 10),
                new Settling(Duration.ZERO, Duration.ZERO),
                new DayTurn(NUMBER, DAY.minusDays(1), 0, "", true));
    }

    @Test
    void when_the_day_turns_who_used_what_on_days_that_are_over_becomes_one_row_a_day_and_the_oldest_is_dropped() {
        used(DAY.minusDays(429));
        used(DAY.minusDays(428));
        used(DAY.minusDays(428));
        used(DAY.minusDays(1));
        used(DAY.minusDays(1));
        used(DAY);
        used(DAY);

        OpenBatch batch = new OpenBatch(1);
        upkeep.turn(partition, batch, pipelines.roster(), NOON, 500);
        commit(batch.changes());
        batch.committed();

        assertThat(partition.turn().finished()).isTrue();
        assertThat(days()).containsExactly(DAY.minusDays(428), DAY.minusDays(1), DAY, DAY);
    }

    @Test
    void when_the_day_turns_volumes_and_flags_that_no_answerable_day_looks_back_at_are_dropped() {
        used(DAY);
        for (int ago : new int[] {429, 428}) {
            LocalDate day = DAY.minusDays(ago);
            run("insert into usage_day values ($1, $2, 1)", id, day);
            run(
                    "insert into flag values (concat($1::text, $2::date), $1, 'RED', 'high', $2::date, $2::date, 'Red.', '{\"figures\": {}, \"facts\": []}', null,"
                            + " $2::date + time '12:00')",
                    id,
                    day);
        }
        run(
                "insert into flag values ($1, $1, 'RED', 'high', $2::date, $2::date, 'Red.', '{\"figures\": {}, \"facts\": []}')",
                id,
                DAY.minusDays(900));
        run(
                "insert into flag_change (flag_id, at, severity, sentence, evidence)"
                        + " select flag_id, raised_at, severity, sentence, evidence from flag where account_id = $1",
                id);

        OpenBatch batch = new OpenBatch(1);
        upkeep.turn(partition, batch, pipelines.roster(), NOON, 500);
        commit(batch.changes());
        batch.committed();

        String kept = DAY.minusDays(428).toString();
        assertThat(run("select day::text from usage_day where account_id = $1", id))
                .containsExactly(kept);
        assertThat(run("select flag_id from flag where account_id = $1", id)).containsExactlyInAnyOrder(id, id + kept);
        assertThat(run("select flag_id from flag_change where starts_with(flag_id, $1)", id))
                .containsExactlyInAnyOrder(id, id + kept);
    }

    private List<String> run(String sql, Object... parameters) {
        return pool.preparedQuery(sql).execute(Tuple.from(List.of(parameters))).await().atMost(SOON).stream()
                .map(row -> row.getString(0))
                .toList();
    }

    private void used(LocalDate day) {
        AccountMemory memory = new AccountMemory(Settings.in(ZoneOffset.UTC));
        memory.use(Hash64.of("ann"), Hash64.of("export"), day.toEpochDay(), BigDecimal.ONE);
        Changes changes = new Changes();
        memory.drainUses().forEach(uses -> changes.add(new Changes.DetailRow(id, uses)));
        assessor.assess(new LiveAccount(id, NUMBER, memory), NOON, false, changes);
        commit(changes);
    }

    private void commit(Changes changes) {
        committer.commit(partition.moves(Map.of()), changes).join();
    }

    private List<LocalDate> days() {
        return pool
                .preparedQuery("select day from usage_detail where account_id = $1 order by day")
                .mapping(row -> row.getLocalDate("day"))
                .execute(Tuple.of(id))
                .await()
                .atMost(SOON)
                .stream()
                .toList();
    }
}
