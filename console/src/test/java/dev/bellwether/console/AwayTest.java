package dev.bellwether.console;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Health-service fails, refuses, and is back. */
@QuarkusTest
@QuarkusTestResource(StandInResource.class)
class AwayTest {

    private static final int BROKEN = 503;
    private static final int UNAUTHORIZED = 401;

    private Browser browser;

    @BeforeEach
    void anAccount() {
        browser = Browser.loggedIn();
        StandInResource.health().failsWith(0);
        StandInResource.health()
                .holds(List.of(AnAccount.named("Acme").scored("50", "yellow").line()));
        await().atMost(10, SECONDS).until(() -> !browser.page("/").contains("cannot be reached"));
    }

    @AfterEach
    void healthIsBack() {
        StandInResource.health().failsWith(0);
    }

    @Test
    void the_page_shows_what_was_known_and_says_of_when_it_is() {
        browser.page("/");
        StandInResource.health().failsWith(BROKEN);

        assertThat(browser.page("/"))
                .contains("Acme", "cannot be reached right now", "Shown as of", "1</span> <span class=\"word\">Yellow");
    }

    @Test
    void a_list_that_was_never_asked_for_is_promised() {
        StandInResource.health().failsWith(BROKEN);

        assertThat(browser.page("/?q=never-asked-before"))
                .contains("cannot be reached right now", "The portfolio is on its way", "hx-trigger=\"every 5000ms");
    }

    @Test
    void an_account_is_shown_as_it_was_and_one_never_seen_is_promised() {
        browser.page("/accounts/acme");
        StandInResource.health().failsWith(BROKEN);

        assertThat(browser.page("/accounts/acme")).contains("Acme", "Shown as of");
        assertThat(browser.page("/accounts/other")).contains("cannot be shown yet");
    }

    @Test
    void the_rows_that_were_not_loaded_can_be_asked_for_again() {
        StandInResource.health().failsWith(BROKEN);

        assertThat(browser.page("/portfolio/more?cursor=c3&shown=3"))
                .contains("cannot be reached right now", "hx-get=\"/portfolio/more?cursor=c3\"", "value=\"3\"");
    }

    @Test
    void it_recovers_by_itself() {
        StandInResource.health().failsWith(BROKEN);
        browser.page("/");
        StandInResource.health().failsWith(0);

        await().atMost(10, SECONDS).until(() -> !browser.page("/").contains("cannot be reached"));
    }

    @Test
    void a_token_that_is_not_accepted_is_said_plainly() {
        StandInResource.health().failsWith(UNAUTHORIZED);

        assertThat(browser.page("/?q=any")).contains("does not accept its token");
    }
}
