package dev.bellwether.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StandInResource.class)
class PortfolioTest {

    private static final AnAccount GOOD =
            AnAccount.named("Good Ltd").scored("88.00", "green").used(30, "1.2", 0);
    private static final AnAccount BAD = AnAccount.named("Bad Inc")
            .scored("21.50", "red")
            .ownedBy("ada.lindqvist@example.com", "enterprise")
            .used(12, "0.38", 9)
            .worth(4_812_345, "EUR", LocalDate.parse("2020-03-14"))
            .flagged("LATE_PAYMENT", "low", "An invoice is late.", Instant.parse("2026-01-02T00:00:00Z"))
            .flagged("USAGE_DROP", "high", "12 people used it; 31.5 is usual.", Instant.parse("2026-01-01T00:00:00Z"));
    private static final AnAccount NEW = AnAccount.named("New One");

    private Browser browser;

    @BeforeEach
    void healthAnswers() {
        browser = Browser.loggedIn();
        StandInResource.health().failsWith(0);
    }

    @Test
    void the_worst_account_comes_first_and_the_unknown_last() {
        holds(GOOD, NEW, BAD);

        assertThat(names(browser.page("/"))).containsExactly("Bad Inc", "Good Ltd", "New One");
    }

    @Test
    void a_row_tells_the_score_in_a_word_the_worst_flag_the_trend_and_the_money() {
        holds(BAD);

        assertThat(text(browser.page("/")))
                .contains("22 Red", "Bad Inc", "Ada Lindqvist · enterprise")
                .contains("Usage drop 12 people used it; 31.5 is usual. +1 more")
                .contains("↓ −62 %", "less used than usual", "9 days ago", "€48,123", "14 Mar 2020");
    }

    @Test
    void the_bands_are_counted_and_lead_to_their_accounts() {
        holds(GOOD, NEW, BAD);

        String page = browser.page("/?band=red");

        assertThat(text(page)).contains("3 All", "1 Red", "0 Yellow", "1 Green", "1 Unknown");
        assertThat(page).contains("href=\"/?band=green\"");
        assertThat(names(page)).containsExactly("Bad Inc");
    }

    @Test
    void filters_reach_health_service_and_nonsense_does_not() {
        holds(GOOD, BAD);

        String page = browser.page("/?owner=ada.lindqvist%40example.com&flag=USAGE_DROP&q=bad&sort=-arr&band=purple");

        assertThat(names(page)).containsExactly("Bad Inc");
        assertThat(StandInResource.health().asked())
                .anySatisfy(question -> assertThat(question.getQuery())
                        .contains("owner=ada.lindqvist@example.com", "flag=USAGE_DROP", "q=bad", "sort=-arr", "limit=3")
                        .doesNotContain("purple"));
    }

    @Test
    void a_script_in_a_name_is_inert() {
        holds(AnAccount.named("<script>alert(1)</script>")
                .withId("\"><img src=x onerror=alert(2)>")
                .ownedBy("<em>@example.com", "<i>")
                .flagged("<u>", "<s>", "<script>alert(3)</script>", Instant.EPOCH));

        String page = browser.page("/?q=%22%3E%3Cscript%3E") + browser.page("/");

        assertThat(page)
                .doesNotContain("<script>")
                .doesNotContain("<img src=x")
                .doesNotContain("<em>")
                .doesNotContain("<i>");
        assertThat(page).contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    }

    @Test
    void more_rows_come_by_cursor_until_there_are_none() {
        holds(IntStream.range(0, 7)
                .mapToObj(i -> AnAccount.named("Account " + i).scored("1" + i, "red"))
                .toArray(AnAccount[]::new));

        String first = browser.page("/");
        String second = browser.page(more(first) + "&shown=3");
        String third = browser.page(more(second) + "&shown=6");

        assertThat(names(first)).containsExactly("Account 0", "Account 1", "Account 2");
        assertThat(names(second)).containsExactly("Account 3", "Account 4", "Account 5");
        assertThat(names(third)).containsExactly("Account 6");
        assertThat(third).doesNotContain("hx-get").contains("name=\"shown\" value=\"9\"");
        assertThat(names(browser.page("/portfolio?shown=9"))).hasSize(7);
    }

    @Test
    void an_open_page_is_sent_only_what_is_new() {
        holds(GOOD);
        String version = find("name=\"version\" value=\"([^\"]+)\"", browser.page("/"));

        browser.open("/portfolio?version=" + version).then().statusCode(204);
        holds(GOOD, BAD);

        assertThat(names(browser.page("/portfolio?version=" + version))).containsExactly("Bad Inc", "Good Ltd");
    }

    @Test
    void an_empty_portfolio_says_how_to_send_the_first_event() {
        holds();

        assertThat(browser.page("/"))
                .contains("No accounts yet", "curl http://localhost:8081/v1/events", "bellwether.usage");
    }

    @Test
    void filters_that_leave_nothing_say_so() {
        holds(GOOD);

        assertThat(browser.page("/?q=zzz")).contains("No account matches").doesNotContain("No accounts yet");
    }

    private static void holds(AnAccount... accounts) {
        List<ObjectNode> lines = Stream.of(accounts).map(AnAccount::line).toList();
        StandInResource.health().holds(lines);
    }

    private static List<String> names(String page) {
        return Pattern.compile("<a id=\"open-[^>]*>([^<]*)</a>")
                .matcher(page)
                .results()
                .map(MatchResult.class::cast)
                .map(match -> match.group(1))
                .toList();
    }

    private static String more(String page) {
        return find("hx-get=\"(/portfolio/more[^\"]*)\"", page);
    }

    private static String find(String pattern, String page) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError(pattern + " is not in " + page));
    }

    /** What people read. */
    private static String text(String page) {
        return page.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }
}
