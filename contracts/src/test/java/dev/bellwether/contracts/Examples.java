package dev.bellwether.contracts;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One full event of every type, all of the account {@code acme}. */
final class Examples {

    static final Instant AT = Instant.parse("2026-03-31T09:30:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-03-31");
    private static final AccountSnapshot ACME =
            new AccountSnapshot("Acme GmbH", "carla@example.com", new BigDecimal("38.25"), Band.RED);
    private static final Term TERM = new Term(
            "c-1",
            ContractKind.SUBSCRIPTION,
            LocalDate.parse("2025-07-01"),
            LocalDate.parse("2026-06-30"),
            LocalDate.parse("2026-04-30"),
            true,
            Map.of("EUR", 1_200_000L));

    private Examples() {}

    static Stream<Event> all() {
        return Stream.concat(facts(), Stream.concat(healthEvents(), renewalEvents()));
    }

    static Stream<Event> facts() {
        return Stream.of(
                new UsageRecorded(of("usage-1"), "u-1", "export", new BigDecimal("2.5")),
                new UserDescribed(of("user-1"), "u-1", "ann@acme.example", "Ann", "admin", true, false, false),
                new AccountDescribed(
                        of("account-1"),
                        "Acme GmbH",
                        "carla@example.com",
                        "mid-market",
                        "live",
                        25,
                        "EUR",
                        "Europe/Berlin",
                        "acme-holding",
                        Map.of("plan", "pro", "region", "dach"),
                        AccountStatus.CHURNED,
                        DAY,
                        "price"),
                new InvoiceChanged(
                        of("invoice-1"), "in-1", 12_300L, "EUR", DAY, DAY.plusDays(14), InvoiceStatus.PAID, DAY),
                new PaymentFailed(of("failure-1"), "in-1", "card_declined"),
                new TicketChanged(of("ticket-1"), "t-1", AT, TicketStatus.SOLVED, Priority.URGENT, AT.plusSeconds(60)),
                new SurveyAnswered(of("survey-1"), "u-1", SurveyKind.NPS, 9, 10, "Great"),
                new Mentioned(of("mention-1"), "reddit", new BigDecimal("-0.5"), "https://example.com/p/1", "Meh"),
                new PulseTaken(of("pulse-1"), 4, "carla@example.com", "Friendly call"),
                new ContractChanged(
                        of("contract-1"),
                        "c-1",
                        ContractKind.SUBSCRIPTION,
                        LocalDate.parse("2025-07-01"),
                        LocalDate.parse("2026-06-30"),
                        61,
                        true,
                        List.of(new ContractLine("Pro", 1_200_000L)),
                        "EUR",
                        ContractStatus.CANCELLED,
                        DAY,
                        List.of(new ContractLine("Pro", 1_320_000L)),
                        "carla@example.com"));
    }

    private static Stream<Event> healthEvents() {
        Map<String, BigDecimal> figures = new LinkedHashMap<>();
        figures.put("daysPastDue", new BigDecimal("12"));
        figures.put("overdueAmount", new BigDecimal("12300"));
        Flag flag = new Flag(
                "acme:LATE_PAYMENT:1",
                FlagKind.LATE_PAYMENT,
                Severity.LOW,
                AT,
                "An invoice is 12 days overdue.",
                new Evidence(figures, List.of("in-1")));
        return Stream.of(
                new ScoreChanged(of("score-1"), ACME, new BigDecimal("71.50"), Band.GREEN, new BigDecimal("0.95")),
                new FlagRaised(of("raised-1"), ACME, flag),
                new FlagEscalated(of("escalated-1"), ACME, flag),
                new FlagCleared(of("cleared-1"), ACME, flag));
    }

    private static Stream<Event> renewalEvents() {
        return Stream.of(
                new RenewalDue(of("due-1"), ACME, TERM, 30, 30, List.of("An invoice is 12 days overdue.")),
                new RenewalDisputed(
                        of("disputed-1"),
                        ACME,
                        TERM,
                        30,
                        30,
                        "commit",
                        "at-risk",
                        new BigDecimal("0.4091"),
                        "max@example.com",
                        "Carla commits, the figures say at risk."),
                new TermLapsed(of("lapsed-1"), ACME, TERM),
                new TermRenewed(of("renewed-1"), ACME, TERM),
                new AccountChurned(of("churned-1"), ACME, TERM));
    }

    static Occurrence of(String id) {
        return new Occurrence(id, "acme", AT);
    }
}
