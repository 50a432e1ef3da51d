package dev.bellwether.health.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.messaging.testing.BackingServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import it.unimi.dsi.fastutil.longs.LongSet;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = BackingServices.class, initArgs = @ResourceArg(name = "service", value = "health"))
class RowsTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int AHEAD = 50;
    // the sequence counts how many rows the database was asked for
    private static final String NUMBERED =
            "select nextval($1::text::regclass) as number from generate_series(1, 100000)";

    @Inject
    Pool pool;

    @Inject
    Accounts accounts;

    private final String id = "rows-" + UUID.randomUUID();
    private final String sequence = "\"" + id + "\"";

    @Test
    void all_rows_are_shown_in_order() {
        run("create sequence " + sequence);
        AtomicLong last = new AtomicLong();

        each(row -> assertThat(row.getLong("number")).isEqualTo(last.incrementAndGet()));

        assertThat(last).hasValue(100_000);
    }

    @Test
    void no_more_is_read_than_a_few_rows_ahead() {
        run("create sequence " + sequence);

        assertThatThrownBy(() -> each(row -> {
                    if (row.getLong("number") == 120) {
                        throw new IllegalStateException("enough");
                    }
                }))
                .hasMessageContaining("enough");

        assertThat(number("select last_value from " + sequence)).isBetween(120L, 120L + 2 * AHEAD);
    }

    @Test
    void an_account_with_very_many_users_comes_back_whole() {
        run(
                "insert into account (account_id, partition, name, first_day, as_of, band, coverage, wau, document, updated_at)"
                        + " values ('" + id
                        + "', 0, 'Many', '2025-01-01', '2026-01-01', 'unknown', 0, 0, '{}', now())");
        run("insert into activity select '" + id + "', 'U', user_, block, 1"
                + " from generate_series(1, 50000) user_, generate_series(310, 313) block");

        LiveAccount account = Objects.requireNonNull(
                accounts.load(List.of(id)).await().atMost(SOON).get(id));

        for (long block = 310; block <= 313; block++) {
            assertThat(account.memory().users().distinct(block * 64, block * 64, LongSet.of()))
                    .isEqualTo(50_000);
        }
        assertThat(account.bytes()).isGreaterThan(4 * 50_000 * 16);
    }

    private void each(Consumer<Row> consumer) {
        pool.withTransaction(transaction -> Rows.each(transaction, NUMBERED, Tuple.of(sequence), AHEAD, consumer))
                .await()
                .atMost(SOON);
    }

    private long number(String sql) {
        return pool.query(sql).execute().await().atMost(SOON).iterator().next().getLong(0);
    }

    private void run(String sql) {
        pool.query(sql).execute().await().atMost(SOON);
    }
}
