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
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    @Test
    void the_page_of_the_day_shows_a_renewal_and_what_is_said_of_it_is_kept() {
        String owner = "console-owner@lumenwork.example.com";
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        system.producer()
                .send(List.of(
                        Happened.account("console-2", "Wren & <i>Daughters</i>", owner),
                        Happened.subscription("console-2", "console/contract", today.plusDays(50), 30)));
        String session = login(system.local().password()).cookie(COOKIE);
        String path = "/today?owner=" + owner;
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(page(session, path))
                        .contains("Wren &amp; &lt;i&gt;Daughters", "€12,000", "of €24,000 a year", "in 20 days")
                        .contains("Too few", "No call yet"));

        String before = page(session, path);
        say(session, before, Map.of("say", "call", "call", "at-risk", "note", "Their budget is cut."));
        say(session, before, Map.of("say", "done", "step", step(before)));

        assertThat(page(session, path))
                .contains("Call: At risk", "Their budget is cut.")
                .doesNotContain("name=\"step\" value=\"" + step(before) + "\"");
    }

    private void say(String session, String page, Map<String, String> said) {
        given().cookie(COOKIE, session)
                .redirects()
                .follow(false)
                .formParams(said)
                .formParam("account", "console-2")
                .formParam("contract", "console/contract")
                .formParam("term", hidden(page, "term"))
                .post(url + "/today")
                .then()
                .statusCode(303);
    }

    private static String step(String page) {
        return hidden(page, "step");
    }

    private static String hidden(String page, String name) {
        Matcher field =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
        assertThat(field.find()).as("a field " + name + " in " + page).isTrue();
        return field.group(1);
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
