package dev.bellwether.health.score.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bellwether.contracts.AccountDescribed;
import dev.bellwether.contracts.ContractChanged;
import dev.bellwether.contracts.ContractLine;
import dev.bellwether.contracts.ContractStatus;
import dev.bellwether.contracts.InvoiceChanged;
import dev.bellwether.contracts.InvoiceStatus;
import dev.bellwether.contracts.Mentioned;
import dev.bellwether.contracts.Occurrence;
import dev.bellwether.contracts.PulseTaken;
import dev.bellwether.contracts.SurveyAnswered;
import dev.bellwether.contracts.SurveyKind;
import dev.bellwether.contracts.TicketChanged;
import dev.bellwether.contracts.TicketStatus;
import dev.bellwether.contracts.UsageRecorded;
import dev.bellwether.contracts.UserDescribed;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactsTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-10");

    private final Facts facts = new Facts(Settings.in(ZoneOffset.UTC));

    private static Occurrence at(String id, String time) {
        return new Occurrence(id, "acme", Instant.parse(time));
    }

    private static UserDescribed ann(Occurrence at, @Nullable String email, @Nullable Boolean champion) {
        return new UserDescribed(at, "ann", email, null, null, champion, null, null);
    }

    private static AccountDescribed account(Occurrence at, @Nullable String owner, Map<String, String> traits) {
        return new AccountDescribed(at, null, owner, null, null, null, null, null, null, traits, null, null, null);
    }

    private static InvoiceChanged invoice(Occurrence at, @Nullable InvoiceStatus status, @Nullable String paidOn) {
        return new InvoiceChanged(
                at, "inv", 100L, "EUR", null, DAY, status, paidOn == null ? null : LocalDate.parse(paidOn));
    }

    @Test
    void each_field_keeps_its_newest_value() {
        facts.add(account(at("2", "2026-03-02T00:00:00Z"), null, Map.of("plan", "pro")));
        facts.add(account(at("3", "2026-03-03T00:00:00Z"), "eve@us", Map.of("region", "eu")));
        facts.add(account(at("1", "2026-03-01T00:00:00Z"), "bob@us", Map.of("plan", "basic", "tier", "b")));
        Profile profile = facts.asOf(DAY).profile();
        assertThat(profile.owner()).isEqualTo("eve@us");
        assertThat(profile.traits()).isEqualTo(Map.of("plan", "pro", "region", "eu", "tier", "b"));
        assertThat(facts.asOf(LocalDate.parse("2026-03-02")).profile().owner()).isEqualTo("bob@us");
        assertThat(facts.asOf(LocalDate.parse("2026-02-28")).profile()).isEqualTo(Profile.UNDESCRIBED);
    }

    @Test
    void of_equal_instants_the_larger_id_wins() {
        facts.add(ann(at("b", "2026-03-01T00:00:00Z"), "b@acme", true));
        facts.add(ann(at("a", "2026-03-01T00:00:00Z"), "a@acme", true));
        assertThat(facts.asOf(DAY).champions()).extracting(Person::email).containsExactly("b@acme");
    }

    @Test
    void a_version_that_a_later_one_of_the_day_says_again_takes_no_memory() {
        facts.add(ann(at("2", "2026-03-01T12:00:00Z"), "new@acme", true));
        long before = facts.bytes();
        facts.add(ann(at("1", "2026-03-01T08:00:00Z"), "old@acme", null));
        assertThat(facts.bytes()).isLessThan(before + 50);
        facts.add(ann(at("3", "2026-03-01T13:00:00Z"), "new@acme", true));
        assertThat(facts.bytes()).isLessThan(before + 100);
        facts.add(ann(at("0", "2026-02-28T08:00:00Z"), "old@acme", true));
        assertThat(facts.bytes()).isGreaterThan(before + 300);
        assertThat(facts.asOf(DAY).champions()).extracting(Person::email).containsExactly("new@acme");
        assertThat(facts.asOf(LocalDate.parse("2026-02-28")).champions())
                .extracting(Person::email)
                .containsExactly("old@acme");
    }

    @Test
    void a_repeat_is_known_by_its_id_though_it_tells_of_another_time_or_was_said_again_since() {
        assertThat(facts.add(ann(at("a", "2026-03-01T08:00:00Z"), null, true))).isTrue();
        assertThat(facts.add(ann(at("b", "2026-03-02T08:00:00Z"), null, false))).isTrue();
        assertThat(facts.add(ann(at("late", "2026-03-02T07:00:00Z"), null, true)))
                .as("to be kept, although b says it again")
                .isTrue();
        assertThat(facts.add(ann(at("a", "2026-03-03T08:00:00Z"), null, true))).isFalse();
        assertThat(facts.add(ann(at("late", "2026-03-03T08:00:00Z"), null, true)))
                .isFalse();
        assertThat(facts.add(account(at("b", "2026-03-03T08:00:00Z"), "eve@us", Map.of())))
                .as("ids are ids of the account's facts of every kind")
                .isFalse();
        assertThat(facts.asOf(DAY).champions()).isEmpty();
    }

    @Test
    void texts_that_no_figure_looks_at_take_no_memory_and_others_are_weighed() {
        String long20k = "x".repeat(20_000);
        long before = facts.bytes();
        facts.add(new Mentioned(at("m", "2026-03-01T08:00:00Z"), "net", BigDecimal.ONE, long20k, long20k));
        facts.add(new SurveyAnswered(at("s", "2026-03-01T08:00:00Z"), "ann", SurveyKind.NPS, 9, 10, long20k));
        facts.add(new PulseTaken(at("p", "2026-03-01T08:00:00Z"), 4, "csm", long20k));
        Known known = facts.asOf(DAY);
        assertThat(known.mentions().getFirst().text()).isNull();
        assertThat(known.mentions().getFirst().url()).isNull();
        assertThat(known.answers().getFirst().comment()).isNull();
        assertThat(known.pulses().getFirst().comment()).isNull();
        assertThat(facts.bytes()).isLessThan(before + 3_000);
        facts.add(account(at("t", "2026-03-01T08:00:00Z"), null, Map.of("about", "y".repeat(500))));
        assertThat(facts.bytes()).isGreaterThan(before + 1_500 + 500);
    }

    @Test
    void a_late_version_between_two_of_a_day_still_counts_for_the_field_only_it_names() {
        facts.add(ann(at("1", "2026-03-01T08:00:00Z"), "old@acme", null));
        facts.add(ann(at("3", "2026-03-01T12:00:00Z"), null, true));
        facts.add(ann(at("2", "2026-03-01T10:00:00Z"), "new@acme", false));
        assertThat(facts.asOf(DAY).champions()).extracting(Person::email).containsExactly("new@acme");
    }

    @ParameterizedTest(name = "{0} at {1} (id {2}), {3} at {4} (id {5}) → {6}")
    @CsvSource({
        "PAID, 10, a, OPEN, 09, b, PAID",
        "PAID, 10, a, OPEN, 10, b, PAID",
        "VOID, 10, a, OPEN, 10, b, VOID",
        "UNCOLLECTIBLE, 10, a, OPEN, 10, b, UNCOLLECTIBLE",
        "PAID, 10, a, OPEN, 11, b, OPEN",
        "PAID, 10, a, VOID, 10, b, VOID",
        "OPEN, 10, b, PAID, 09, a, OPEN",
    })
    void what_is_final_stands_against_an_older_or_equal_open(
            InvoiceStatus one,
            String hour,
            String id,
            InvoiceStatus other,
            String otherHour,
            String otherId,
            InvoiceStatus is) {
        facts.add(invoice(at(id, "2026-03-01T" + hour + ":00:00Z"), one, null));
        facts.add(invoice(at(otherId, "2026-03-01T" + otherHour + ":00:00Z"), other, null));
        assertThat(facts.asOf(DAY).invoices()).extracting(Invoice::status).containsExactly(is);
    }

    @Test
    void an_invoice_without_a_day_of_payment_was_paid_when_that_was_first_heard() {
        facts.add(invoice(at("1", "2026-03-01T00:00:00Z"), InvoiceStatus.PAID, null));
        facts.add(invoice(at("2", "2026-03-02T00:00:00Z"), InvoiceStatus.OPEN, null));
        facts.add(invoice(at("3", "2026-03-03T00:00:00Z"), InvoiceStatus.PAID, null));
        facts.add(invoice(at("4", "2026-03-04T00:00:00Z"), InvoiceStatus.PAID, null));
        assertThat(facts.asOf(DAY).invoices())
                .extracting(Invoice::paidOn)
                .containsExactly(LocalDate.parse("2026-03-03"));
    }

    @Test
    void a_ticket_was_opened_at_the_earliest_time_named() {
        facts.add(ticket("3", "2026-03-03T00:00:00Z", "2026-02-25T00:00:00Z"));
        facts.add(ticket("1", "2026-03-01T00:00:00Z", null));
        facts.add(ticket("4", "2026-03-04T00:00:00Z", "2026-02-27T00:00:00Z"));
        assertThat(openedAt("2026-03-10")).isEqualTo("2026-02-25T00:00:00Z");
        assertThat(openedAt("2026-03-02")).as("nobody had named one").isEqualTo("2026-03-01T00:00:00Z");
    }

    private String openedAt(String day) {
        return facts.asOf(LocalDate.parse(day)).tickets().getFirst().openedAt().toString();
    }

    private static TicketChanged ticket(String id, String time, @Nullable String openedAt) {
        Instant opened = openedAt == null ? null : Instant.parse(openedAt);
        return new TicketChanged(at(id, time), "t", opened, TicketStatus.OPEN, null, null);
    }

    @Test
    void a_newer_answer_of_the_same_user_and_kind_supersedes() {
        facts.add(answer("2", "2026-03-02T00:00:00Z", SurveyKind.NPS, 3));
        facts.add(answer("1", "2026-03-01T00:00:00Z", SurveyKind.NPS, 9));
        facts.add(answer("0", "2026-03-01T00:00:00Z", SurveyKind.CSAT, 4));
        assertThat(facts.asOf(DAY).answers()).extracting(SurveyAnswered::score).containsExactlyInAnyOrder(3, 4);
        assertThat(facts.asOf(LocalDate.parse("2026-03-01")).answers())
                .extracting(SurveyAnswered::score)
                .containsExactlyInAnyOrder(9, 4);
    }

    private static SurveyAnswered answer(String id, String time, SurveyKind kind, int score) {
        return new SurveyAnswered(at(id, time), "ann", kind, score, kind.scale(), null);
    }

    @Test
    void contract_lines_are_replaced_as_a_whole() {
        facts.add(
                contract(at("1", "2026-03-01T00:00:00Z"), List.of(new ContractLine("a", 1), new ContractLine("b", 2))));
        facts.add(contract(at("2", "2026-03-02T00:00:00Z"), List.of(new ContractLine("c", 3))));
        facts.add(contract(at("3", "2026-03-03T00:00:00Z"), null));
        assertThat(facts.contractsAsOf(DAY).getFirst().getLast().annualAmount()).isEqualTo(3);
    }

    private static ContractChanged contract(Occurrence at, @Nullable List<ContractLine> lines) {
        return new ContractChanged(at, "c", null, null, null, null, null, lines, "EUR", ContractStatus.ACTIVE, null);
    }

    @Test
    void the_same_event_id_is_one_fact_even_with_another_time() {
        assertThat(facts.add(invoice(at("1", "2026-03-01T00:00:00Z"), InvoiceStatus.OPEN, null)))
                .isTrue();
        assertThat(facts.add(invoice(at("1", "2026-03-01T00:00:00Z"), InvoiceStatus.OPEN, null)))
                .isFalse();
        assertThat(facts.add(invoice(at("1", "2026-03-02T00:00:00Z"), InvoiceStatus.PAID, null)))
                .isFalse();
        assertThat(facts.asOf(DAY).invoices()).extracting(Invoice::status).containsExactly(InvoiceStatus.OPEN);
    }

    @Test
    void a_day_ends_with_the_business_day() {
        Facts berlin = new Facts(Settings.in(ZoneId.of("Europe/Berlin")));
        berlin.add(ann(at("1", "2026-03-01T22:59:59Z"), "before@acme", true));
        berlin.add(ann(at("2", "2026-03-01T23:00:00Z"), "after@acme", true));
        LocalDate day = LocalDate.parse("2026-03-01");
        assertThat(berlin.asOf(day).champions()).extracting(Person::email).containsExactly("before@acme");
    }

    @Test
    void internal_users_are_those_marked_or_of_an_internal_domain() {
        Settings settings = new Settings(new BusinessDays(ZoneOffset.UTC), java.util.Set.of("Us.example"));
        Facts ours = new Facts(settings);
        ours.add(ann(at("1", "2026-03-01T00:00:00Z"), "ann@US.example", null));
        ours.add(new UserDescribed(at("2", "2026-03-01T00:00:00Z"), "bob", "bob@acme", null, null, null, true, null));
        ours.add(new UserDescribed(
                at("3", "2026-03-01T00:00:00Z"), "cy", "cy@notus.example", null, null, null, null, null));
        ours.add(new UserDescribed(at("4", "2026-03-02T00:00:00Z"), "bob", null, null, null, null, false, null));
        assertThat(ours.asOf(LocalDate.parse("2026-03-01")).internal())
                .containsExactlyInAnyOrder(Hash64.of("ann"), Hash64.of("bob"));
        assertThat(ours.asOf(DAY).internal()).containsExactly(Hash64.of("ann"));
    }

    @Test
    void usage_is_no_rare_fact() {
        UsageRecorded usage = new UsageRecorded(at("1", "2026-03-01T00:00:00Z"), "ann", "export", BigDecimal.ONE);
        assertThatIllegalArgumentException().isThrownBy(() -> facts.add(usage)).withMessageContaining("1");
    }
}
