package dev.bellwether.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StandInResource.class)
class TodayTest {

    private static final ARenewal URGENT = ARenewal.of("Bad Inc")
            .ownedBy("ada.lindqvist@example.com")
            .decidedBy(LocalDate.parse("2026-03-14"), 12)
            .atRisk("EUR", 3_123_400, 4_812_345)
            .likely("0.3548", "0.2201", "0.5021", 10, 29)
            .scored("21.50", "red", "-22.60")
            .flagged("An invoice is 15 days late.", "12 people used it; 31.5 is usual.", "A detractor.", "A storm.")
            .withPulse(2, "ada.lindqvist@example.com", "2026-02-20T09:00:00Z")
            .called("commit", "They said yes.", "at-risk")
            .next("proposal", "Send the renewal proposal with its prices");
    private static final ARenewal QUIET = ARenewal.of("Good Ltd")
            .ownedBy("ben.okafor@example.com")
            .endingUnlessRenewed()
            .atRisk("JPY", 500_000, 1_000_000);

    private Browser browser;

    @BeforeEach
    void renewalServiceAnswers() {
        browser = Browser.loggedIn();
        StandInResource.renewal().holds(URGENT, QUIET);
    }

    @Test
    void the_order_is_that_of_renewal_service() {
        assertThat(names(browser.page("/today"))).containsExactly("Bad Inc", "Good Ltd");
    }

    @Test
    void a_row_tells_the_money_the_day_the_likelihood_the_call_the_reason_and_the_next_step() {
        StandInResource.renewal().holds(URGENT);

        assertThat(text(browser.page("/today")))
                .contains("22 Red", "Bad Inc Ada Lindqvist", "€31,234 of €48,123 a year")
                .contains("14 Mar 2026 in 12 days then renews by itself")
                .contains("35 % 22–50 %; 10 of 29 like it renewed")
                .contains("Call: Commit · figures: At risk “They said yes.” Ada Lindqvist, 2 Mar 2026")
                .contains("An invoice is 15 days late.", "31.5 is usual. +2 more")
                .contains("↓ −23 points in four weeks", "Pulse 2 of 5 (Ada Lindqvist, 20 Feb 2026)")
                .contains("Send the renewal proposal with its prices", "Ben Okafor, by 3 Apr 2026")
                .contains("“They asked for a quote.”");
    }

    @Test
    void a_likelihood_that_rests_on_too_little_says_so_instead_of_a_figure() {
        StandInResource.renewal().holds(QUIET);

        assertThat(text(browser.page("/today")))
                .contains("Too few 0 past terms like it; taken as 50 % (5–95 %)", "No call yet")
                .contains("JP¥500,000 of JP¥1,000,000 a year", "ends 31 May 2026 unless renewed")
                .contains("No flag is open.", "Nothing to do yet.");
    }

    @Test
    void a_playbook_that_is_done_is_told_from_one_that_has_not_begun() {
        StandInResource.renewal().holds(ARenewal.of("Done Ltd").withStepsInForce(3));

        assertThat(text(browser.page("/today")))
                .contains("Every step of the playbook is done.")
                .doesNotContain("Nothing to do yet.");
    }

    @Test
    void an_account_is_one_click_away() {
        assertThat(browser.page("/today")).contains("<a href=\"/accounts/bad-inc\">Bad Inc</a>");
    }

    @Test
    void one_owner_s_are_shown_to_who_asks_for_them() {
        String page = browser.page("/today?owner=ben.okafor%40example.com");

        assertThat(names(page)).containsExactly("Good Ltd");
        assertThat(page).contains("<option value=\"ada.lindqvist@example.com\">Ada Lindqvist</option>");
    }

    @Test
    void an_owner_without_any_is_told_so_and_a_company_without_any_how_to_send_a_contract() {
        assertThat(browser.page("/today?owner=nobody%40example.com"))
                .contains("Nothing is near for nobody@example.com")
                .doesNotContain("curl");
        StandInResource.renewal().holds();

        assertThat(browser.page("/today"))
                .contains("No decision is near", "curl http://localhost:8081/v1/events", "bellwether.contract");
    }

    @Test
    void a_step_is_done_with_one_click_and_the_page_comes_back_where_it_was() {
        form("done", "proposal")
                .formParam("owner", "ada.lindqvist@example.com")
                .post("/today")
                .then()
                .statusCode(303)
                .header("Location", matchesPattern(".*/today\\?owner=ada.lindqvist%40example.com#term-[0-9a-f]+"));

        assertThat(told())
                .containsExactly("/v1/renewals/contract-bad-inc/task?account=bad-inc {\"done\":true,"
                        + "\"step\":\"proposal\",\"term\":\"2025-06-01\"}");
        assertThat(browser.page("/today")).containsPattern("<tr role=\"row\" id=\"term-[0-9a-f]+\">");
    }

    @Test
    void a_step_is_assigned_and_noted_and_what_was_left_blank_is_not_said() {
        form("plan", "proposal")
                .formParam("assignee", "ben.okafor@example.com")
                .formParam("dueOn", "")
                .formParam("note", " Ask for the budget. ")
                .post("/today")
                .then()
                .statusCode(303)
                .header("Location", containsString("/today#term-"));

        assertThat(StandInResource.renewal().told().getFirst().body().properties())
                .extracting(field -> field.getKey() + "=" + field.getValue().asText())
                .containsExactlyInAnyOrder(
                        "step=proposal",
                        "assignee=ben.okafor@example.com",
                        "note=Ask for the budget.",
                        "term=2025-06-01");
    }

    @Test
    void a_call_is_made() {
        form("call", "")
                .formParam("call", "at-risk")
                .formParam("note", "Budget cut.")
                .post("/today");

        RenewalStandIn.Told told = StandInResource.renewal().told().getFirst();
        assertThat(told.address().getPath()).isEqualTo("/v1/renewals/contract-bad-inc/call");
        assertThat(told.body().path("call").asText()).isEqualTo("at-risk");
        assertThat(told.body().path("note").asText()).isEqualTo("Budget cut.");
    }

    @Test
    void what_renewal_service_refuses_is_said_with_its_reason() throws IOException {
        StandInResource.renewal().refuses(400, """
                {"title": "Not valid", "errors": [{"pointer": "/dueOn", "detail": "must be a day like 2026-03-31"}]}""");

        form("plan", "proposal")
                .post("/today")
                .then()
                .statusCode(409)
                .body(containsString("Not kept: Due on must be a day like 2026-03-31."))
                .body(containsString("Bad Inc"));
    }

    @Test
    void a_refusal_that_gives_no_reason_is_said_as_well() {
        StandInResource.renewal().failsWith(404);

        form("done", "proposal").post("/today").then().statusCode(409).body(containsString("Not kept: it was refused"));
    }

    @Test
    void what_could_not_be_said_is_said_plainly_and_the_list_stays() {
        browser.page("/today");
        StandInResource.renewal().failsWith(503);

        form("done", "proposal")
                .post("/today")
                .then()
                .statusCode(503)
                .body(containsString("Renewal data cannot be reached right now. What you sent may not be kept."))
                .body(containsString("Bad Inc"));
        assertThat(browser.page("/today?owner=never%40asked.example")).contains("The list is on its way");
    }

    @Test
    void a_form_of_another_site_and_one_that_is_none_of_ours_say_nothing() {
        browser.request()
                .header("Sec-Fetch-Site", "cross-site")
                .formParam("say", "done")
                .post("/today")
                .then()
                .statusCode(403);
        form("forget-all", "proposal").post("/today").then().statusCode(400);
        browser.request().formParam("say", "done").post("/today").then().statusCode(400);

        assertThat(StandInResource.renewal().told()).isEmpty();
    }

    @Test
    void who_has_to_log_in_first_says_nothing_and_ends_on_the_page() {
        Browser.unknown()
                .formParam("say", "done")
                .post("/today")
                .then()
                .statusCode(302)
                .header("Location", endsWith("/login"));

        assertThat(StandInResource.renewal().told()).isEmpty();
    }

    @Test
    void more_rows_come_by_a_link() {
        StandInResource.renewal()
                .holds(IntStream.range(0, 7)
                        .mapToObj(i -> ARenewal.of("Account " + i))
                        .toArray(ARenewal[]::new));

        String first = browser.page("/today");
        assertThat(names(first)).containsExactly("Account 0", "Account 1", "Account 2");
        assertThat(first).contains("href=\"/today?shown=6\"");
        assertThat(names(browser.page("/today?shown=6"))).hasSize(6);
        assertThat(browser.page("/today?shown=9")).contains("Account 6").doesNotContain("More renewals");
        assertThat(names(browser.page("/today?shown=lots"))).hasSize(3);
    }

    @Test
    void an_open_page_is_sent_only_what_is_new() {
        String version = browser.page("/today").replaceAll("(?s).*name=\"version\" value=\"([^\"]+)\".*", "$1");

        browser.open("/today/rows?version=" + version).then().statusCode(204);
        StandInResource.renewal().holds(QUIET);

        assertThat(names(browser.page("/today/rows?version=" + version))).containsExactly("Good Ltd");
    }

    @Test
    void a_script_in_what_others_wrote_is_inert() {
        StandInResource.renewal()
                .holds(ARenewal.of("<script>alert(1)</script>")
                        .withIds("\"><img src=x onerror=alert(2)>", "<i>/\"?")
                        .ownedBy("<em>@example.com")
                        .flagged("<u>")
                        .called("<b2>", "<s>", "<q>")
                        .next("\"><s>", "<h1>"));

        assertThat(browser.page("/today?owner=%22%3E%3Cscript%3E") + browser.page("/today"))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>")
                .doesNotContain("<img src=x")
                .doesNotContain("<em>")
                .doesNotContain("<s>")
                .doesNotContain("<u>")
                .doesNotContain("<i>");
    }

    @Test
    void an_id_may_be_made_of_anything() {
        form("done", "proposal", "odd/id ?&ü", "a/b?c").post("/today").then().statusCode(303);

        assertThat(StandInResource.renewal().told().getFirst().address())
                .satisfies(address -> assertThat(address.getRawPath()).isEqualTo("/v1/renewals/a%2Fb%3Fc/task"))
                .satisfies(address -> assertThat(ServiceStandIn.query(address)).containsEntry("account", "odd/id ?&ü"));
    }

    private RequestSpecification form(String say, String step) {
        return form(say, step, "bad-inc", "contract-bad-inc");
    }

    private RequestSpecification form(String say, String step, String account, String contract) {
        return browser.request()
                .header("Sec-Fetch-Site", "same-origin")
                .formParam("say", say)
                .formParam("step", step)
                .formParam("account", account)
                .formParam("contract", contract)
                .formParam("term", "2025-06-01");
    }

    private static List<String> told() {
        return StandInResource.renewal().told().stream()
                .map(told -> told.address() + " " + told.body())
                .toList();
    }

    private static List<String> names(String page) {
        return Pattern.compile("<a href=\"/accounts/[^>]*>([^<]*)</a>")
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    /** What people read. */
    private static String text(String page) {
        return page.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }
}
