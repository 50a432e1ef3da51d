package dev.bellwether.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(StandInResource.class)
class LoginTest {

    @BeforeEach
    void aPortfolio() {
        StandInResource.health().failsWith(0);
        StandInResource.health().holds(List.of(AnAccount.named("Acme").line()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/portfolio",
                "/portfolio/more?cursor=c1",
                "/accounts/acme",
                "/accounts/acme/body",
                "/today",
                "/today/rows",
                "/no-such-page"
            })
    void who_has_not_logged_in_is_sent_to_the_login(String address) {
        Browser.unknown().get(address).then().statusCode(302).header("Location", endsWith("/login"));
        assertThat(StandInResource.health().asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login",
                "/assets/console.css",
                "/assets/console.js",
                "/assets/mark.svg",
                "/q/health/ready",
                "/q/metrics",
                "/q/openapi"
            })
    void these_are_open_to_everybody(String address) {
        Browser.unknown().get(address).then().statusCode(200);
    }

    @Test
    void the_right_password_leads_to_the_portfolio_and_a_cookie_that_scripts_and_other_sites_cannot_use() {
        Response answer = Browser.login("admin", StandInResource.PASSWORD);

        answer.then().statusCode(302).header("Location", endsWith("/"));
        assertThat(answer.getHeader("Set-Cookie"))
                .containsIgnoringCase("HttpOnly")
                .contains("SameSite=Lax");
        assertThat(Browser.loggedIn().page("/")).contains("Acme");
    }

    @Test
    void who_wanted_an_account_gets_there_after_the_login() {
        String wanted = Browser.unknown().get("/accounts/acme").getCookie("bellwether-wanted");

        Browser.unknown()
                .cookie("bellwether-wanted", wanted)
                .formParam("j_username", "admin")
                .formParam("j_password", StandInResource.PASSWORD)
                .post("/j_security_check")
                .then()
                .statusCode(302)
                .header("Location", endsWith("/accounts/acme"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "admin", "correct horse batter", "correct horse battery "})
    void a_wrong_password_is_refused(String password) {
        Response answer = Browser.login("admin", password);

        answer.then().statusCode(302).header("Location", endsWith("/login?failed"));
        assertThat(answer.getCookie(Browser.SESSION)).isNull();
        Browser.unknown().get("/login?failed").then().body(containsString("do not belong together"));
    }

    @Test
    void another_name_with_the_right_password_is_refused() {
        assertThat(Browser.login("root", StandInResource.PASSWORD).getCookie(Browser.SESSION))
                .isNull();
    }

    @Test
    void a_cookie_that_was_made_up_opens_nothing() {
        Browser.unknown()
                .cookie(Browser.SESSION, "bWFkZSB1cA==")
                .get("/")
                .then()
                .statusCode(302);
    }

    @Test
    void a_form_that_another_site_sends_is_refused() {
        Browser.unknown()
                .header("Origin", "https://elsewhere.example")
                .formParam("j_username", "admin")
                .formParam("j_password", StandInResource.PASSWORD)
                .post("/j_security_check")
                .then()
                .statusCode(403);
        Browser.loggedIn()
                .request()
                .header("Sec-Fetch-Site", "cross-site")
                .post("/logout")
                .then()
                .statusCode(403);
    }

    @Test
    void logging_out_takes_the_cookie_back() {
        Response answer = Browser.loggedIn()
                .request()
                .header("Sec-Fetch-Site", "same-origin")
                .post("/logout");

        answer.then().statusCode(303).header("Location", endsWith("/login"));
        assertThat(answer.getHeaders().getValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith(Browser.SESSION + "=;"));
    }

    @Test
    void an_open_page_whose_session_ended_goes_to_the_login_as_a_whole() {
        Browser.unknown()
                .header("HX-Request", "true")
                .get("/login")
                .then()
                .statusCode(204)
                .header("HX-Refresh", "true");
    }

    @Test
    void pages_may_run_no_script_of_others_and_be_framed_by_nobody_and_are_kept_nowhere() {
        Response page = Browser.loggedIn().open("/");

        assertThat(page.getHeader("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self';", "style-src 'self';", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.getHeader("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(page.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(page.asString())
                .doesNotContain("style=\"")
                .doesNotContain("<script>")
                .doesNotContain("onclick");
    }

    @Test
    void nothing_is_loaded_from_elsewhere_and_what_is_loaded_is_there() {
        String page = Browser.loggedIn().page("/");

        List<String> scripts = page.lines()
                .filter(line -> line.contains("<script src="))
                .map(line -> line.replaceAll(".*src=\"([^\"]*)\".*", "$1"))
                .toList();
        assertThat(scripts).hasSize(2).allMatch(address -> address.startsWith("/"));
        scripts.forEach(address -> Browser.unknown()
                .get(address)
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("immutable")));
    }

    @Test
    void neither_the_token_nor_the_password_is_ever_shown() {
        Browser browser = Browser.loggedIn();

        List.of("/", "/accounts/acme", "/portfolio")
                .forEach(address -> browser.open(address)
                        .then()
                        .body(not(containsString("a-token-of-a-manager")))
                        .body(not(containsString(StandInResource.PASSWORD))));
    }
}
