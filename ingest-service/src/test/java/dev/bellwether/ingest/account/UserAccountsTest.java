package dev.bellwether.ingest.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.ingest.IngestSettings;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class UserAccountsTest {

    private static final Instant EARLY = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant LATE = Instant.parse("2026-03-01T10:00:05Z");

    private final UserAccounts accounts;
    private final Identities identities;
    private final IngestSettings settings;
    private final MeterRegistry metrics;
    private final Pool pool;

    UserAccountsTest(
            UserAccounts accounts, Identities identities, IngestSettings settings, MeterRegistry metrics, Pool pool) {
        this.accounts = accounts;
        this.identities = identities;
        this.settings = settings;
        this.metrics = metrics;
        this.pool = pool;
    }

    @ParameterizedTest(name = "the account comes first: {0}")
    @ValueSource(booleans = {true, false})
    void an_account_holds_until_the_one_who_is_followed_since_has_any(boolean first) {
        String deal = "/crm/deal-" + first;
        String company = "/crm/company-" + first;
        Membership told = new Membership(deal, "acme", EARLY, "1");
        Membership follows = new Membership(deal, null, company, LATE, "2");
        for (Membership one : first ? List.of(told, follows) : List.of(follows, told)) {
            accounts.learn(List.of(one));
        }
        assertThat(accounts.of(Set.of(deal))).containsEntry(deal, "acme");

        accounts.learn(List.of(new Membership(company, "globex", EARLY, "3")));
        assertThat(accounts.of(Set.of(deal))).containsEntry(deal, "globex");
    }

    @Test
    void an_id_without_an_account_has_the_newest_of_those_it_is_joined_with_however_far_and_its_own_once_told() {
        identities.join(List.of(new Link("phone-ua", "user-ua"), new Link("cookie-ua", "phone-ua")));
        assertThat(accounts.of(Set.of("user-ua"))).isEmpty();

        accounts.learn(List.of(new Membership("cookie-ua", "shared-pc", LATE, "1")));
        assertThat(accounts.of(Set.of("user-ua"))).containsEntry("user-ua", "shared-pc");
        accounts.learn(List.of(new Membership("phone-ua", "older", EARLY, "1")));
        assertThat(accounts.of(Set.of("user-ua"))).containsEntry("user-ua", "shared-pc");
        assertThat(accounts.remembered("user-ua")).isEqualTo("shared-pc");

        accounts.learn(List.of(new Membership("user-ua", "acme", EARLY, "1")));
        assertThat(accounts.remembered("user-ua")).isEqualTo("acme");
        accounts.learn(List.of(new Membership("cookie-ua", "newer", LATE.plusSeconds(5), "4")));
        accounts.learn(List.of(new Membership("user-ua", "older", EARLY.minusSeconds(1), "1")));
        assertThat(accounts.of(Set.of("user-ua"))).containsEntry("user-ua", "acme");
    }

    @Test
    void what_is_remembered_of_a_group_goes_with_every_word_and_every_link() {
        identities.join(List.of(new Link("mem-1", "mem-2")));
        accounts.learn(List.of(new Membership("mem-1", "first", EARLY, "1")));
        assertThat(accounts.of(Set.of("mem-2"))).containsEntry("mem-2", "first");
        assertThat(accounts.remembered("mem-2")).isEqualTo("first");

        accounts.learn(List.of(new Membership("mem-1", "second", LATE, "2")));
        assertThat(accounts.remembered("mem-2")).isEqualTo("second");

        accounts.learn(List.of(new Membership("mem-3", "third", LATE.plusSeconds(1), "3")));
        identities.join(List.of(new Link("mem-3", "mem-1")));
        assertThat(accounts.of(Set.of("mem-2"))).containsEntry("mem-2", "third");
        assertThat(accounts.remembered("mem-2")).isEqualTo("third");
    }

    @Test
    void what_was_learned_by_a_request_that_was_given_up_is_not_hidden_by_memory_when_it_is_repeated() {
        accounts.learn(List.of(new Membership("late-1", "former", EARLY, "1")));
        identities.join(List.of(new Link("late-1", "late-2")));
        assertThat(accounts.of(Set.of("late-1", "late-2"))).containsValue("former");
        pool.query("update user_account set account_id = 'newer', learned_at = '2026-03-01T10:00:05Z', event_id = '2'"
                        + " where user_id = 'late-1'")
                .execute()
                .await()
                .atMost(Duration.ofSeconds(10));

        accounts.learn(List.of(new Membership("late-1", "newer", LATE, "2")));

        assertThat(accounts.of(Set.of("late-1", "late-2")))
                .containsEntry("late-1", "newer")
                .containsEntry("late-2", "newer");
    }

    @Test
    void no_more_ids_become_one_user_than_may_and_what_is_passed_over_is_counted() {
        int most = settings.accounts().idsPerUser();
        List<Link> links = IntStream.range(1, most + 3)
                .mapToObj(i -> new Link("lobby-0", "lobby-" + i))
                .toList();
        Counter unjoined = metrics.get("bellwether.ingest.unjoined").counter();
        double before = unjoined.count();
        identities.join(links);
        identities.join(List.of(new Link("lobby-1", "lobby-late")));
        assertThat(unjoined.count() - before).isEqualTo(4);

        accounts.learn(List.of(new Membership("lobby-0", "hotel", EARLY, "1")));
        Set<String> all =
                IntStream.range(0, most + 3).mapToObj(i -> "lobby-" + i).collect(Collectors.toSet());
        assertThat(accounts.of(all)).hasSize(most);
        assertThat(accounts.of(Set.of("lobby-late"))).isEmpty();
    }

    @Test
    void of_two_accounts_told_at_the_same_instant_the_larger_id_holds_by_its_code_points() {
        identities.join(List.of(new Link("tie-1", "tie-2"), new Link("tie-2", "tie-3")));
        accounts.learn(List.of(
                new Membership("tie-1", "lower-case", EARLY, "a"), new Membership("tie-2", "upper-case", EARLY, "B")));

        assertThat(accounts.of(Set.of("tie-3"))).containsEntry("tie-3", "lower-case");
    }

    @Test
    void links_that_come_at_once_from_everywhere_build_one_group() throws Exception {
        List<Callable<Link>> joining = new ArrayList<>();
        for (int i = 1; i < 40; i++) {
            Link link = new Link("at-once-" + i, "at-once-" + i / 2);
            joining.add(() -> {
                identities.join(List.of(link));
                return link;
            });
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Link> joined : threads.invokeAll(joining)) {
                joined.get();
            }
        }
        accounts.learn(List.of(new Membership("at-once-39", "acme", EARLY, "1")));

        Set<String> all = IntStream.range(0, 40).mapToObj(i -> "at-once-" + i).collect(Collectors.toSet());
        assertThat(accounts.of(all)).hasSize(40).containsValue("acme");
    }
}
