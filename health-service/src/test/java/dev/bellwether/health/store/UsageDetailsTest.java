package dev.bellwether.health.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.contracts.Occurrence;
import dev.bellwether.contracts.UserDescribed;
import dev.bellwether.health.score.memory.AccountMemory;
import dev.bellwether.health.score.memory.Hash64;
import dev.bellwether.health.score.memory.Settings;
import dev.bellwether.messaging.testing.BackingServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import it.unimi.dsi.fastutil.longs.LongSet;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = BackingServices.class, initArgs = @ResourceArg(name = "service", value = "health"))
class UsageDetailsTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Settings SETTINGS = Settings.in(ZoneOffset.UTC);
    private static final LocalDate TODAY = LocalDate.parse("2026-06-15");
    private static final LocalDate LONG_AGO = LocalDate.parse("2025-01-01");
    private static final LongSet OURS = LongSet.of(Hash64.of("ours"));

    @Inject
    Pool pool;

    @Inject
    Ledger ledger;

    @Inject
    Accounts accounts;

    private final String id = "detail-" + UUID.randomUUID();
    private final AccountMemory memory = new AccountMemory(SETTINGS);

    @Test
    void what_was_committed_one_by_one_comes_back_as_it_was_and_merged_too() {
        Random random = new Random(1);
        everOurs(memory);
        memory.completeUses();
        for (int i = 0; i < 40; i++) {
            used(random, TODAY.minusDays(random.nextInt(5)));
            if (i == 25) {
                tidy(List.of(id), LONG_AGO);
            }
        }
        assertThat(figures(loaded())).isEqualTo(figures(memory));

        tidy(List.of(id), LONG_AGO);

        assertThat(rows("merged")).as("one for each day that is over").isEqualTo(4);
        assertThat(rows("not merged and day < '2026-06-15'")).isZero();
        assertThat(rows("not merged")).as("today goes on").isPositive();
        assertThat(figures(loaded())).isEqualTo(figures(memory));
    }

    @Test
    void a_row_that_would_become_too_large_becomes_several() {
        everOurs(memory);
        memory.completeUses();
        for (int commit = 0; commit < 5; commit++) {
            for (int user = 0; user < 30_000; user++) {
                use(commit % 2 == 0 ? "ours" : "user-" + user, "feature-" + user, TODAY.minusDays(1), "0.25");
            }
            commit();
        }

        tidy(List.of(id), LONG_AGO);

        assertThat(rows("merged")).isBetween(2L, 4L);
        assertThat(rows("length(uses) > 2 * 1048576")).isZero();
        assertThat(figures(loaded())).isEqualTo(figures(memory));
    }

    @Test
    void what_nobody_can_ask_for_any_more_is_dropped_and_other_accounts_are_left_alone() {
        use("ours", "export", TODAY.minusDays(30), "1");
        use("ours", "export", TODAY.minusDays(29), "2");
        commit();

        tidy(List.of("another " + id), TODAY);
        assertThat(rows("not merged")).isEqualTo(2);

        tidy(List.of(id), TODAY.minusDays(29));
        assertThat(rows("true")).isOne();
        assertThat(figures(loaded())).startsWith("2 ");
    }

    @Test
    void accounts_that_lack_nothing_read_nothing() {
        use("ours", "export", TODAY, "1");
        commit();
        LiveAccount without = new LiveAccount(id, 0, new AccountMemory(SETTINGS));

        accounts.complete(List.of(without)).await().atMost(SOON);

        assertThat(without.memory().lacksUses()).isFalse();
    }

    private void used(Random random, LocalDate day) {
        for (int uses = random.nextInt(4); uses >= 0; uses--) {
            String user = random.nextInt(3) == 0 ? "ours" : "user-" + random.nextInt(5);
            use(user, "feature-" + random.nextInt(9), day, random.nextInt(1_000) + "." + random.nextInt(1_000_000));
        }
        commit();
    }

    private void use(String user, String feature, LocalDate day, String quantity) {
        memory.use(Hash64.of(user), Hash64.of(feature), day.toEpochDay(), new BigDecimal(quantity));
    }

    private void commit() {
        Changes changes = new Changes();
        memory.drainUses().forEach(uses -> changes.add(new Changes.DetailRow(id, uses)));
        save(changes);
    }

    private void tidy(List<String> ids, LocalDate dropBefore) {
        Changes changes = new Changes();
        changes.tidy(new Changes.Tidying(ids, TODAY, dropBefore));
        save(changes);
    }

    private void save(Changes changes) {
        pool.withTransaction(transaction -> ledger.save(transaction, changes))
                .await()
                .atMost(SOON);
    }

    private AccountMemory loaded() {
        LiveAccount account = new LiveAccount(id, 0, new AccountMemory(SETTINGS));
        everOurs(account.memory());
        accounts.complete(List.of(account)).await().atMost(SOON);
        return account.memory();
    }

    private static void everOurs(AccountMemory memory) {
        var occurrence = new Occurrence("1", "acme", LONG_AGO.atStartOfDay().toInstant(ZoneOffset.UTC));
        memory.learn(new UserDescribed(occurrence, "ours", null, null, null, null, true, null));
    }

    /** How much less the account was used for not counting ours. */
    private static String figures(AccountMemory memory) {
        StringBuilder figures = new StringBuilder();
        for (long day = TODAY.minusDays(40).toEpochDay(); day <= TODAY.toEpochDay(); day++) {
            BigDecimal volume = memory.volumes().sum(day, day).subtract(memory.volume(day, day, OURS));
            long features = memory.features().distinct(day, day, LongSet.of()) - memory.features(day, day, OURS);
            if (volume.signum() != 0 || features != 0) {
                figures.append(volume.stripTrailingZeros().toPlainString())
                        .append(' ')
                        .append(features)
                        .append(" on ")
                        .append(day)
                        .append("; ");
            }
        }
        return figures.toString();
    }

    private long rows(String which) {
        return pool.preparedQuery("select count(*) from usage_detail where account_id = $1 and " + which)
                .execute(Tuple.of(id))
                .await()
                .atMost(SOON)
                .iterator()
                .next()
                .getLong(0);
    }
}
