package dev.bellwether.ingest.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What an earlier version wrote, or still writes beside this one: who follows whom, and accounts concluded from another id. */
@QuarkusTest
class ConcludedAccountsTest {

    private static final Instant EARLY = Instant.parse("2026-01-01T00:00:00Z");

    private final Pool pool;
    private final UserAccounts accounts;
    private final Identities identities;

    ConcludedAccountsTest(Pool pool, UserAccounts accounts, Identities identities) {
        this.pool = pool;
        this.accounts = accounts;
        this.identities = identities;
    }

    @Test
    void who_follows_another_one_goes_on_doing_so_until_it_is_joined_with_any_and_then_both_are() {
        written("'then-a', null, '2026-03-01', '1', 'then-b', true");
        accounts.learn(List.of(new Membership("then-b", "acme", EARLY, "1")));
        assertThat(accounts.of(Set.of("then-a"))).containsEntry("then-a", "acme");

        identities.join(List.of(new Link("then-a", "then-c")));
        assertThat(accounts.of(Set.of("then-a", "then-c")))
                .containsEntry("then-a", "acme")
                .containsEntry("then-c", "acme");
        accounts.learn(List.of(new Membership("then-c", "globex", EARLY.plusSeconds(1), "1")));
        assertThat(accounts.of(Set.of("then-a"))).containsEntry("then-a", "globex");
    }

    @Test
    void an_account_that_was_concluded_gives_way_to_any_word_about_the_id_or_its_group() {
        written("'concluded', 'acme', '2026-03-01', '1', null, true");
        assertThat(accounts.of(Set.of("concluded"))).containsEntry("concluded", "acme");

        identities.join(List.of(new Link("concluded", "concluded-too")));
        assertThat(accounts.of(Set.of("concluded-too"))).containsEntry("concluded-too", "acme");

        accounts.learn(List.of(new Membership("concluded-too", "globex", EARLY, "1")));
        assertThat(accounts.of(Set.of("concluded"))).containsEntry("concluded", "globex");

        accounts.learn(List.of(new Membership("concluded", "initech", EARLY.minusSeconds(1), "1")));
        assertThat(accounts.of(Set.of("concluded"))).containsEntry("concluded", "initech");
    }

    private void written(String values) {
        pool.query("insert into user_account (user_id, account_id, learned_at, event_id, via, linked) values (" + values
                        + ")")
                .execute()
                .await()
                .atMost(Duration.ofSeconds(10));
    }
}
