package dev.bellwether.health.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.health.score.memory.AccountMemory;
import dev.bellwether.health.score.memory.Settings;
import dev.bellwether.health.store.LiveAccount;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AccountCacheTest {

    private final LiveAccount weighed = account("probe", 0);
    private final long one = weighed.weigh();
    // room for three and a half
    private final AccountCache cache = new AccountCache(one * 7 / 2);

    @Test
    void the_least_used_leave_until_the_rest_is_within_the_budget() {
        IntStream.rangeClosed(1, 5).forEach(number -> put("a" + number, 0));
        assertThat(cache.get("a1", 1)).isNotNull();

        cache.shrink(1);

        assertThat(cache.size()).isEqualTo(3);
        assertThat(cache.bytes()).isEqualTo(3 * one);
        assertThat(cache.get("a1", 1)).isNotNull();
        assertThat(cache.get("a2", 1)).isNull();
    }

    @Test
    void what_a_batch_touched_that_is_not_committed_stays_however_much_it_is() {
        IntStream.rangeClosed(1, 5).forEach(number -> put("a" + number, 0).touch(2));

        cache.shrink(1);
        assertThat(cache.size()).isEqualTo(5);
        assertThat(cache.isOverBudget()).isTrue();

        cache.shrink(2);
        assertThat(cache.size()).isEqualTo(3);
        assertThat(cache.isOverBudget()).isFalse();
    }

    @Test
    void accounts_of_a_partition_that_is_gone_are_forgotten_with_their_weight() {
        put("a1", 1);
        put("a2", 2);

        cache.forget(Set.of(1));

        assertThat(cache.get("a1", 1)).isNull();
        assertThat(cache.bytes()).isEqualTo(one);
    }

    @Test
    void an_account_that_has_grown_weighs_more() {
        LiveAccount account = put("a1", 0);
        IntStream.range(0, 1_000).forEach(user -> account.memory().users().mark(user, 20_000));

        cache.weigh(account);

        assertThat(cache.bytes()).isGreaterThan(one + 16_000);
    }

    private LiveAccount put(String id, int partition) {
        LiveAccount account = account(id, partition);
        account.weigh();
        cache.put(account);
        return account;
    }

    private static LiveAccount account(String id, int partition) {
        return new LiveAccount(id, partition, new AccountMemory(Settings.in(ZoneOffset.UTC)));
    }
}
