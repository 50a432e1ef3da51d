package dev.bellwether.ingest.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class UserAccountsTest {

    private static final Instant EARLY = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant LATE = Instant.parse("2026-03-01T10:00:05Z");

    private final UserAccounts accounts;

    UserAccountsTest(UserAccounts accounts) {
        this.accounts = accounts;
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
    void an_account_is_never_late_for_a_link_however_early_it_was_told_and_is_remembered_so() {
        accounts.learn(List.of(new Membership("cookie-ua", "shared-pc", EARLY, "1")));
        accounts.link(List.of(new Membership("user-ua", "shared-pc", null, LATE, "2")));
        assertThat(accounts.remembered("user-ua")).isEqualTo("shared-pc");

        accounts.learn(List.of(new Membership("user-ua", "acme", EARLY, "1")));
        assertThat(accounts.remembered("user-ua")).isEqualTo("acme");
        accounts.link(List.of(new Membership("user-ua", null, "cookie-ua", LATE.plusSeconds(5), "3")));
        accounts.follow(List.of(new Membership("user-ua", null, "cookie-ua", LATE.plusSeconds(5), "4")));
        assertThat(accounts.of(Set.of("user-ua"))).containsEntry("user-ua", "acme");
        accounts.learn(List.of(new Membership("user-ua", "older", EARLY.minusSeconds(1), "1")));
        assertThat(accounts.of(Set.of("user-ua"))).containsEntry("user-ua", "acme");
    }
}
