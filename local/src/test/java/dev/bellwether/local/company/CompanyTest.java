package dev.bellwether.local.company;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.local.door.Letter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CompanyTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 18);
    private static final Instant NOW = TODAY.atTime(15, 0).toInstant(ZoneOffset.UTC);
    private static final Instant BEGIN = NOW.minus(Duration.ofDays(Company.HISTORY_DAYS));
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Company COMPANY = Company.of(60, TODAY);
    private static final List<Letter> HISTORY = COMPANY.history(BEGIN, NOW).toList();

    @Test
    void the_same_seed_and_day_give_the_same_events_and_another_seed_others() {
        Company again = Company.of(60, TODAY);
        assertThat(again.history(BEGIN, NOW).toList().equals(HISTORY)).isTrue();
        assertThat(foundation(again).toList().equals(foundation(COMPANY).toList()))
                .isTrue();
        assertThat(Company.of(61, TODAY).history(BEGIN, NOW).toList().equals(HISTORY))
                .isFalse();
    }

    @Test
    void there_are_sixty_customers_and_every_event_has_an_id_of_its_own() {
        assertThat(COMPANY.customers()).hasSize(60);
        List<Letter> all = Stream.concat(foundation(COMPANY), HISTORY.stream()).toList();
        assertThat(all.stream().map(Letter::id).collect(Collectors.toSet())).hasSameSizeAs(all);
    }

    @Test
    void nothing_happens_outside_the_time_asked_for_and_two_halves_make_the_whole() {
        Instant middle = NOW.minus(Duration.ofDays(17));
        Set<Letter> halves = Stream.concat(COMPANY.history(BEGIN, middle), COMPANY.history(middle, NOW))
                .collect(Collectors.toSet());
        assertThat(halves.equals(new HashSet<>(HISTORY))).isTrue();
        assertThat(HISTORY)
                .allMatch(letter -> !letter.at().isBefore(BEGIN) && letter.at().isBefore(NOW));
        assertThat(foundation(COMPANY))
                .allSatisfy(letter -> assertThat(letter.at()).isBefore(NOW));
    }

    @Test
    void every_story_is_told_by_one_customer_and_the_others_are_healthy() {
        for (Story story : Story.values()) {
            long tellers = COMPANY.customers().stream()
                    .filter(customer -> customer.story() == story)
                    .count();
            assertThat(tellers).as(story.name()).isEqualTo(story == Story.HEALTHY ? 48 : 1);
        }
    }

    @Test
    void the_churning_one_has_lost_most_of_its_weekly_users_and_the_growing_one_has_filled_its_seats() {
        assertThat(usersWithin(Story.CHURNING, 0, 7)).hasSizeLessThan(10);
        assertThat(usersWithin(Story.CHURNING, 28, 7)).hasSizeGreaterThan(17);
        int seats = customer(Story.GROWING).profile().seats();
        assertThat(usersWithin(Story.GROWING, 0, 28)).hasSizeGreaterThanOrEqualTo((int) (seats * 0.9));
    }

    @Test
    void the_inactive_one_was_last_seen_about_fifteen_days_ago() {
        assertThat(usersWithin(Story.INACTIVE, 0, 14)).isEmpty();
        assertThat(usersWithin(Story.INACTIVE, 14, 5)).isNotEmpty();
    }

    @Test
    void only_the_stories_leave_invoices_overdue() {
        for (Customer customer : COMPANY.customers()) {
            List<LocalDate> overdue = overdue(customer);
            switch (customer.story()) {
                case LATE_PAYER -> assertThat(overdue).containsExactly(TODAY.minusDays(24));
                case IN_THE_RED -> assertThat(overdue).contains(TODAY.minusDays(66));
                default -> assertThat(overdue).as(customer.name()).isEmpty();
            }
        }
    }

    @Test
    void the_storm_brings_many_tickets_this_week_and_the_healthy_have_few() {
        assertThat(ticketsOpenedWithin(customer(Story.TICKET_STORM), 7)).isGreaterThanOrEqualTo(8);
        assertThat(COMPANY.customers().stream()
                        .filter(customer -> customer.story() == Story.HEALTHY)
                        .filter(customer -> ticketsOpenedWithin(customer, 7) >= 3))
                .isEmpty();
    }

    @Test
    void the_champion_has_left_and_the_detractor_has_said_so() {
        Person champion = customer(Story.CHAMPION_LEFT).people().getFirst();
        assertThat(foundation(COMPANY).map(CompanyTest::json)).anySatisfy(call -> {
            assertThat(call.path("userId").asText()).isEqualTo(champion.id());
            assertThat(call.path("traits").path("deactivated").asBoolean()).isTrue();
        });
        assertThat(facts(customer(Story.DETRACTOR), "bellwether.survey"))
                .anySatisfy(data -> assertThat(data.path("score").asInt(10)).isLessThanOrEqualTo(6));
    }

    @Test
    void the_trial_is_about_to_end_and_renewals_lie_at_many_distances() {
        assertThat(customer(Story.TRIAL_ENDING).agreement().endsOn()).isEqualTo(TODAY.plusDays(3));
        Set<LocalDate> decisions = COMPANY.customers().stream()
                .map(customer -> customer.agreement()
                        .endsOn()
                        .minusDays(customer.agreement().noticeDays()))
                .filter(decision -> decision.isBefore(TODAY.plusDays(121)))
                .collect(Collectors.toSet());
        assertThat(decisions).hasSizeGreaterThan(12).allMatch(decision -> decision.isAfter(TODAY));
    }

    @Test
    void some_of_those_in_trouble_have_to_decide_soon() {
        assertThat(Stream.of(Story.CHURNING, Story.INACTIVE, Story.IN_THE_RED, Story.CHAMPION_LEFT)
                        .map(story -> customer(story).agreement())
                        .map(agreement -> agreement.endsOn().minusDays(agreement.noticeDays())))
                .allMatch(decision -> decision.isBefore(TODAY.plusDays(60)));
    }

    private static Stream<Letter> foundation(Company company) {
        return company.customers().stream().flatMap(company::foundation);
    }

    private Customer customer(Story story) {
        return COMPANY.customers().stream()
                .filter(customer -> customer.story() == story)
                .findFirst()
                .orElseThrow();
    }

    private Set<String> usersWithin(Story story, int daysAgo, int days) {
        Instant until = NOW.minus(Duration.ofDays(daysAgo));
        return HISTORY.stream()
                .filter(letter -> letter.kind().equals("track"))
                .filter(letter ->
                        letter.at().isBefore(until) && letter.at().isAfter(until.minus(Duration.ofDays(days))))
                .map(CompanyTest::json)
                .filter(call -> call.path("context")
                        .path("groupId")
                        .asText()
                        .equals(customer(story).id()))
                .map(call -> call.path("userId").asText())
                .collect(Collectors.toSet());
    }

    private List<LocalDate> overdue(Customer customer) {
        List<JsonNode> invoices = facts(customer, "bellwether.invoice");
        Set<String> paid = invoices.stream()
                .filter(invoice -> invoice.path("status").asText().equals("paid"))
                .map(invoice -> invoice.path("invoiceId").asText())
                .collect(Collectors.toSet());
        return invoices.stream()
                .filter(invoice -> invoice.path("status").asText().equals("open"))
                .filter(invoice -> !paid.contains(invoice.path("invoiceId").asText()))
                .map(invoice -> LocalDate.parse(invoice.path("dueOn").asText()))
                .filter(due -> due.isBefore(TODAY))
                .toList();
    }

    private long ticketsOpenedWithin(Customer customer, int days) {
        return facts(customer, "bellwether.ticket").stream()
                .filter(ticket -> ticket.has("openedAt"))
                .filter(ticket ->
                        Instant.parse(ticket.path("openedAt").asText()).isAfter(NOW.minus(Duration.ofDays(days))))
                .count();
    }

    private List<JsonNode> facts(Customer customer, String type) {
        return HISTORY.stream()
                .filter(letter -> letter.kind().equals(type))
                .map(CompanyTest::json)
                .filter(event -> event.path("subject").asText().equals(customer.id()))
                .map(event -> event.path("data"))
                .toList();
    }

    private static JsonNode json(Letter letter) {
        try {
            return JSON.readTree(letter.json());
        } catch (JsonProcessingException e) {
            throw new AssertionError(letter.json(), e);
        }
    }
}
