package dev.bellwether.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StandInResource.class)
class AccountTest {

    private static final AnAccount BAD = AnAccount.named("Bad Inc")
            .scored("21.50", "red")
            .ownedBy("ada.lindqvist@example.com", "enterprise")
            .used(12, "0.38", 9)
            .flagged("USAGE_DROP", "high", "12 people used it; 31.5 is usual.", Instant.parse("2026-01-01T00:00:00Z"));

    private Browser browser;

    @BeforeEach
    void healthAnswers() {
        browser = Browser.loggedIn();
        StandInResource.health().failsWith(0);
        StandInResource.health()
                .holds(List.of(
                        BAD.line(), AnAccount.named("Odd").withId("odd/id ?&ü").line()));
    }

    @Test
    void the_parts_that_are_lost_add_up_to_what_is_missing_to_100() {
        String page = browser.page("/accounts/bad-inc");

        BigDecimal lost = Pattern.compile("part-lost\">−([0-9.]+)")
                .matcher(page)
                .results()
                .map(match -> new BigDecimal(match.group(1)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(page).contains("Where 78.5 points are lost");
        assertThat(lost).isCloseTo(new BigDecimal("78.5"), Offset.offset(new BigDecimal("0.04")));
    }

    @Test
    void the_page_tells_flags_signals_figures_and_profile() {
        assertThat(browser.page("/accounts/bad-inc"))
                .contains("Usage drop", "12 people used it; 31.5 is usual.", "since 1 Jan 2026")
                .contains("Weekly users are at 38 % of the usual number: 12 this week, 19.5 usually.")
                .contains("Last used 9 days ago.", "Left out, because nothing is known of it: Pulse.")
                .contains("€1,234.50", "Europe/Berlin", "ada.lindqvist@example.com");
    }

    @Test
    void an_account_may_have_any_id() {
        assertThat(browser.page("/accounts/odd%2Fid%20%3F%26%C3%BC")).contains("No score yet");
    }

    @Test
    void an_open_page_is_sent_only_what_is_new() {
        String page = browser.page("/accounts/bad-inc");
        String version = page.replaceAll("(?s).*name=\"version\" value=\"([^\"]+)\".*", "$1");

        browser.open("/accounts/bad-inc/body?version=" + version).then().statusCode(204);
        browser.open("/accounts/bad-inc/body?version=old")
                .then()
                .statusCode(200)
                .body(containsString("Bad Inc"));
    }

    @Test
    void an_account_that_does_not_exist_is_not_found() {
        browser.open("/accounts/nobody").then().statusCode(404).body(containsString("There is no such account"));
    }

    @Test
    void a_page_that_does_not_exist_is_not_found() {
        browser.open("/nowhere").then().statusCode(404).body(containsString("There is no such page"));
    }
}
