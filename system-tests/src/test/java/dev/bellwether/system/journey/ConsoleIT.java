package dev.bellwether.system.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bellwether.system.running.LocalSystem;
import dev.bellwether.system.running.RunningSystem;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningSystem.class)
class ConsoleIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String COOKIE = "bellwether-session";

    private final LocalSystem system;
    private final String url;

    ConsoleIT(LocalSystem system) {
        this.system = system;
        this.url = system.local().url("console");
    }

    @Test
    void who_is_not_logged_in_is_shown_the_login_page_only() {
        Response portfolio = given().redirects().follow(false).get(url + "/");

        assertThat(portfolio.statusCode()).isIn(302, 303);
        assertThat(portfolio.header("Location")).endsWith("/login");
        assertThat(given().get(url + "/login").asString()).contains("password");
    }

    @Test
    void a_wrong_password_opens_nothing() {
        Response answer = login("not the password");

        assertThat(answer.header("Location")).contains("/login");
        assertThat(answer.cookie(COOKIE)).isNull();
    }

    @Test
    void the_portfolio_shows_the_accounts_and_leads_to_each() {
        system.producer()
                .send(List.of(
                        Happened.account("console-1", "Quarry & <b>Sons</b>", "mara.lindt@lumenwork.example.com"),
                        Happened.openInvoice(
                                "console-1",
                                "console-invoice",
                                LocalDate.now(ZoneOffset.UTC).minusDays(20))));
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(system.portfolio().flags("console-1")).contains("LATE_PAYMENT"));

        String session = login(system.local().password()).cookie(COOKIE);

        assertThat(page(session, "/?q=Quarry"))
                .contains("Quarry &amp; &lt;b&gt;Sons&lt;/b&gt;", "/accounts/console-1")
                .doesNotContain("<b>Sons");
        assertThat(page(session, "/accounts/console-1"))
                .contains("Quarry &amp; &lt;b&gt;Sons&lt;/b&gt;")
                .containsIgnoringCase("late payment");
    }

    private Response login(String password) {
        return given().redirects()
                .follow(false)
                .formParam("j_username", "admin")
                .formParam("j_password", password)
                .post(url + "/j_security_check");
    }

    private String page(String session, String path) {
        return given().cookie(COOKIE, session).get(url + path).asString();
    }
}
