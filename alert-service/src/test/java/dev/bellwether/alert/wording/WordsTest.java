package dev.bellwether.alert.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.alert.message.AlertMessage;
import dev.bellwether.alert.message.Group;
import dev.bellwether.alert.message.Item;
import dev.bellwether.alert.testing.AnAccount;
import dev.bellwether.contracts.AccountChurned;
import dev.bellwether.contracts.FlagKind;
import dev.bellwether.contracts.FlagRaised;
import dev.bellwether.contracts.RenewalEvent;
import dev.bellwether.contracts.Severity;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTest {

    private static final URI CONSOLE = URI.create("https://bellwether.example.com/console");

    private final AnAccount acme = AnAccount.named("Acme");

    @ParameterizedTest
    @EnumSource(FlagKind.class)
    void every_kind_of_flag_has_words_of_its_own(FlagKind kind) {
        Wording wording = Words.of(acme.raised("f1", 0, kind, Severity.HIGH), CONSOLE);

        assertThat(wording.headline()).startsWith("Acme: ").endsWith(" (high)").doesNotContain("_");
        assertThat(wording.tone()).isEqualTo(Tone.ALARMED);
    }

    @Test
    void raised_escalated_and_cleared_sound_different() {
        FlagRaised raised = acme.latePayment("f1", 0);

        assertThat(Words.of(raised, CONSOLE).what()).isEqualTo("an invoice is overdue (low)");
        assertThat(Words.of(acme.escalated(raised, 1, Severity.HIGH), CONSOLE).what())
                .isEqualTo("an invoice is overdue, now high");
        assertThat(Words.of(acme.cleared(raised, 2), CONSOLE).what()).isEqualTo("resolved: an invoice is overdue");
    }

    @Test
    void the_end_of_good_news_is_not_called_resolved() {
        FlagRaised happy = acme.raised("f1", 0, FlagKind.ADVOCATE, Severity.INFO);

        assertThat(Words.of(happy, CONSOLE).what()).isEqualTo("happy enough to recommend us");
        assertThat(Words.of(acme.cleared(happy, 1), CONSOLE).what())
                .isEqualTo("no longer: happy enough to recommend us");
    }

    @Test
    void a_renewal_says_how_long_and_what_is_at_stake() {
        Wording wording = Words.of(acme.due("c-17", 30, 0), CONSOLE);

        assertThat(wording.headline()).isEqualTo("Acme: subscription decision in 30 days");
        assertThat(wording.sentence())
                .isEqualTo(
                        "The customer can decide until 2 October 2026, 30 days left. Without a no it renews by itself.");
        assertThat(wording.details())
                .contains(new Line("Annual value", "EUR 12,000.00 + JPY 50,000"))
                .contains(new Line("Decision date", "2 October 2026"))
                .contains(new Line("Renews by itself", "yes"))
                .contains(new Line("Open flags", "An invoice is 8 days late."));
    }

    @Test
    void outcomes_of_a_term_say_what_became_of_it() {
        assertThat(Words.of(acme.lapsed("c", 0), CONSOLE).what()).isEqualTo("subscription lapsed");
        assertThat(Words.of(acme.renewed("c", 0), CONSOLE).what()).isEqualTo("subscription renewed");
        assertThat(Words.of(acme.churned("c", 0), CONSOLE).what()).isEqualTo("the customer has left");
    }

    @Test
    void an_outcome_is_told_with_its_weight_and_what_to_do_now_and_is_not_called_over() {
        for (RenewalEvent event : List.of(acme.churned("c", 0), acme.renewed("c", 0))) {
            Item item = new Item(UUID.randomUUID(), Severity.CRITICAL, "cleared", null, event);
            var told = new AlertMessage(new Group(acme.id(), List.of(item)));

            assertThat(Words.of(told, CONSOLE)).isInstanceOfSatisfying(Story.class, story -> {
                Part part = story.parts().getFirst();
                assertThat(story.tone()).isEqualTo(event instanceof AccountChurned ? Tone.ALARMED : Tone.GOOD);
                assertThat(story.over()).isFalse();
                assertThat(part.handled()).isEmpty();
                assertThat(part.stands()).isFalse();
                assertThat(part.nextStep()).isNotEmpty();
            });
        }
    }

    @Test
    void what_somebody_thought_of_it_stands_beside_who_did_what() {
        var judged = new Item.Judged("knew-it", "ann@example.com");
        var taken = new Item(
                UUID.randomUUID(),
                Severity.LOW,
                "acknowledged",
                "bob@example.com",
                judged,
                null,
                null,
                acme.latePayment("f1", 0));
        var left = new Item(
                UUID.randomUUID(), Severity.CRITICAL, "cleared", null, judged, null, null, acme.churned("c", 0));

        assertThat(handled(taken)).isEqualTo("Acknowledged by bob@example.com · Known already by ann@example.com");
        assertThat(handled(left)).isEqualTo("Known already by ann@example.com");
    }

    @Test
    void who_put_it_off_until_when_and_whom_it_was_given_to_stand_beside_who_is_on_it() {
        var putOff = new Item.PutOff("eve@example.com", Instant.parse("2026-03-06T07:30:00Z"));
        var taken = new Item(
                UUID.randomUUID(),
                Severity.LOW,
                "acknowledged",
                "bob@example.com",
                null,
                putOff,
                "eve@example.com",
                acme.latePayment("f1", 0));
        var open = new Item(
                UUID.randomUUID(),
                Severity.LOW,
                "snoozed",
                "eve@example.com",
                null,
                putOff,
                null,
                acme.latePayment("f1", 0));

        assertThat(handled(taken))
                .isEqualTo("Acknowledged by bob@example.com · Snoozed by eve@example.com until 6 March 2026 07:30 UTC"
                        + " · Given to eve@example.com");
        assertThat(handled(open)).isEqualTo("Snoozed by eve@example.com until 6 March 2026 07:30 UTC");
    }

    private String handled(Item item) {
        var told = new AlertMessage(new Group(acme.id(), List.of(item)));
        return Words.of(told, CONSOLE) instanceof Story story
                ? story.parts().getFirst().handled()
                : "no story";
    }

    @Test
    void the_link_holds_any_account_id() {
        AnAccount odd = acme.withId("a/b c?d=ü+1");

        assertThat(Words.of(odd.latePayment("f1", 0), CONSOLE).link())
                .hasToString("https://bellwether.example.com/console/accounts/a%2Fb%20c%3Fd%3D%C3%BC%2B1");
    }

    @Test
    void an_account_without_owner_or_score_says_so() {
        assertThat(Words.of(acme.ownedBy(null).latePayment("f1", 0), CONSOLE).standing())
                .containsExactly(new Line("Health", "42 of 100, yellow"), new Line("Owner", "nobody yet"));
    }

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "EUR | 1250000 | EUR 12,500.00",
                "JPY | 50000 | JPY 50,000",
                "KWD | 1234567 | KWD 1,234.567",
                "EUR | 5 | EUR 0.05",
                "EUR | -1050 | EUR -10.50",
                "ZZZ | 100 | ZZZ 1.00"
            })
    void money_has_the_decimals_of_its_currency(String currency, BigDecimal minorUnits, String words) {
        assertThat(Money.inWords(currency, minorUnits)).isEqualTo(words);
    }

    @Test
    void figures_are_words_even_when_nobody_has_heard_of_them() {
        Map<String, BigDecimal> figures = new LinkedHashMap<>();
        figures.put("trend", new BigDecimal("0.4321"));
        figures.put("wau", new BigDecimal("120"));
        figures.put("ticketP", new BigDecimal("0.00021"));
        figures.put("someNewFigure30", new BigDecimal("3.5000"));
        figures.put("overdueAmountUSD", new BigDecimal("99"));

        assertThat(Figures.inWords(figures))
                .containsExactly(
                        new Line("Usage against usual", "43 %"),
                        new Line("Users active in 7 days", "120"),
                        new Line("Chance of so many by accident", "less than 0.01"),
                        new Line("Some new figure 30", "3.5"),
                        new Line("Overdue amount", "USD 0.99"));
    }
}
